import { joinWords } from '#shared/i18n/format.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { translate, type Translate } from '#shared/i18n/translate.ts';
import type { TakenBack } from '../../engine/api.ts';
import type { Engine } from '../../engine/client-types.ts';
import { fieldsQuestion } from '../use-custom-fields.ts';
import { nameField } from './name-field.ts';
import { sayOne } from './say-one.ts';

/** What was taken back or put back: why it had been done, to whom, and to which fields. */
export async function sayTaken(
  engine: Engine,
  language: Language,
  { reason, customer, one }: NonNullable<TakenBack['what']>,
): Promise<string> {
  const own = await fieldsQuestion.ask(engine);
  const t: Translate = (key, values) => translate(language, key, values);
  const join = (words: readonly string[]) => joinWords(language, words);
  const about = sayOne({ t, join, nameOf: (table, field) => nameField(t, own, table, field) }, reason, one);
  return [t(`reason.${reason}`), customer?.name ?? '', about].filter((part) => part !== '').join(' · ');
}
