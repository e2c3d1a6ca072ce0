import { answerWords, type Answer } from '../domain/customer/answer.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { CustomField } from '../domain/custom-field/custom-field.ts';
import { localDateSchema } from '../domain/record.ts';
import { customKey } from '../filter/fields.ts';
import { languages } from '../i18n/catalogue.ts';
import { translate, type Translate } from '../i18n/translate.ts';
import { foldText } from '../match/text.ts';
import { answersTo } from './answers.ts';
import { gapFields, type GapKey } from './gap-fields.ts';
import { gapLabel } from './gap-label.ts';
import { sayAnswer } from './say-answer.ts';

export type Answers = NonNullable<Customer['answers']>;
type NamedField = Pick<CustomField, 'id' | 'label'>;

/** `邮箱：没有 · 2026-03-01；预算：不愿透露 · 2026-02-01`: all of a customer's answers in one cell, as `readAnswers` reads it. */
export function writeAnswers(answers: Answers, t: Translate, fields: readonly NamedField[]): string {
  return Object.entries(answers)
    .map(([key, answer]) => t('gaps.answer.give', { field: gapLabel(key, t, fields), answer: sayAnswer(t, answer) }))
    .join(t('exports.semicolon'));
}

/** What each answer is called in either language. */
const words = new Map(
  languages.flatMap((language) =>
    answerWords.map((is) => [foldText(translate(language, `gaps.answer.${is}`)), is] as const),
  ),
);
const one = /^\s*(.+?)\s*[：:]\s*([^：:·]+?)\s*·\s*(\d{4}-\d{2}-\d{2})\s*$/u;
/** Between two answers; what else has a semicolon in it belongs to the name of a field. */
const between = /(?<=·\s*\d{4}-\d{2}-\d{2})\s*[；;]\s*/u;

/** The answers that a cell tells, in either language, and the parts of it that tell none. */
export function readAnswers(text: string, fields: readonly NamedField[]): { answers: Answers; left: string[] } {
  const keys = keysByName(fields);
  const answers: Answers = {};
  const left = text.split(between).filter((part) => {
    const [, name = '', word = '', on = ''] = one.exec(part) ?? [];
    const key = keys.get(foldText(name));
    const is = words.get(foldText(word));
    if (key === undefined || is === undefined || !answersTo(key).includes(is)) return true;
    if (!localDateSchema.safeParse(on).success) return true;
    answers[key] = { is, on } satisfies Answer;
    return false;
  });
  return { answers, left };
}

function keysByName(fields: readonly NamedField[]): ReadonlyMap<string, GapKey> {
  const keys = new Map<string, GapKey>();
  for (const { id, label } of fields) keys.set(foldText(label), keys.get(foldText(label)) ?? customKey(id));
  for (const language of languages) {
    const t: Translate = (key, values) => translate(language, key, values);
    for (const key of gapFields) keys.set(foldText(gapLabel(key, t, [])), key);
  }
  return keys;
}
