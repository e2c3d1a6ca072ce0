import type { Question } from '../../engine/client/question.ts';
import type { BinPage, FileOverview } from '../../engine/api.ts';
import type { RecordOf } from '#shared/domain/tables.ts';
import { settingsQuestion } from '../../display/archive-settings.ts';
import { changesQuestion } from '../../display/history/change-list.tsx';
import { askMainAhead } from './use-main.ts';

const shownFiles = 10;
/** Of changes and of the audit log, before anybody asks for more. */
export const firstRows = 8;

/** Of the bin, until more is scrolled to. */
export const firstInBin = 30;

export function binQuestion(limit: number): Question<BinPage> {
  return { key: `bin:${String(limit)}`, ask: (engine) => engine.bin(limit) };
}
export const keptSalesQuestion: Question<RecordOf<'keptSale'>[]> = {
  key: 'catalogue:keptSale',
  ask: (engine) => engine.catalogue('keptSale'),
};
export const productsQuestion: Question<RecordOf<'product'>[]> = {
  key: 'catalogue:product',
  ask: (engine) => engine.catalogue('product'),
};
export const filesQuestion: Question<FileOverview> = {
  key: 'filesBySize',
  ask: (engine) => engine.filesBySize(shownFiles),
};

/** What this screen asks first of the engine. */
export const safetyQuestions = (): Question[] => [
  binQuestion(firstInBin),
  settingsQuestion,
  keptSalesQuestion,
  productsQuestion,
  filesQuestion,
  changesQuestion(firstRows),
];

/** And what of main. */
export async function askMainFirst(): Promise<void> {
  await Promise.all([
    askMainAhead('restore/undoable', {}),
    askMainAhead('erasure/status', {}),
    askMainAhead('attachments/usage', {}),
    askMainAhead('audit/read', { limit: firstRows }),
  ]);
}
