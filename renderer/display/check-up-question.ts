import type { CheckUp } from '../engine/api.ts';
import type { Question } from '../engine/client/question.ts';

/** How fresh the details of everybody are. */
export const checkUpQuestion: Question<CheckUp> = { key: 'check-up', ask: (engine) => engine.checkUp() };
