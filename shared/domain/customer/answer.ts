import * as z from 'zod';
import { localDateSchema } from '../record.ts';

/** What stands in place of a value: there is none, or the customer will not say. */
export const answerWords = ['none', 'untold'] as const;
export type AnswerWord = (typeof answerWords)[number];

/** An answer and the day on which it was given. */
export const answerSchema = z.strictObject({ is: z.enum(answerWords), on: localDateSchema });
export type Answer = z.infer<typeof answerSchema>;
