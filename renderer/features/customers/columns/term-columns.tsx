import { inWords, typedOf, type Typed } from '#shared/facts/typed.ts';
import type { FixedField } from '#shared/filter/fields.ts';
import { readYearlyDate } from '#shared/formats/values/yearly-dates.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import { sayYearlyDate } from '#shared/i18n/say-yearly-date.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { writeMoney } from '#shared/money/say-money.ts';
import type { CodedList } from '#shared/words/coded-words.ts';
import { useCodeWords } from '../../../display/use-words.ts';
import { localToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Amount } from '../../../ui/text/amount.tsx';
import type { CustomerRow } from '../../../engine/api.ts';
import { detailColumn, type ColumnSpec } from './column-spec.tsx';

/** A fact that is chosen: shown and copied by its words. */
function chosenColumn(id: 'gender' | 'preferredChannel' | 'leadStatus' | 'doNotContact', widthPx: number): ColumnSpec {
  const fact = typedOf(id, { customFields: [], words: [] });
  return detailColumn(id, `field.${id}`, {
    fact: id,
    sort: id,
    widthPx,
    cell: (row) => <ChosenCell fact={fact} row={row} id={id} />,
    text: (row, { t }) => say(fact, row, id, t),
  });
}

function say(fact: Typed | undefined, row: CustomerRow, id: string, t: Translate): string {
  return fact ? inWords(fact, (row.details[id] ?? '').replaceAll('\n', '；'), t) : '';
}

function ChosenCell({ fact, row, id }: { fact: Typed | undefined; row: CustomerRow; id: string }) {
  return say(fact, row, id, useT());
}

/** A code of a list of words: shown and copied by what the user calls it. */
function codeColumn(id: 'lostReason' | 'campaign', widthPx: number): ColumnSpec {
  return detailColumn(id, `field.${id}`, {
    fact: id,
    sort: id,
    widthPx,
    ...(id === 'campaign' && { groupBy: id }),
    cell: (row) => <CodeCell list={id} code={row.details[id] ?? ''} />,
    text: ({ details: { [id]: code = '' } }, words) => (code === '' ? '' : words.codeName(id, code)),
  });
}

function CodeCell({ list, code }: { list: CodedList; code: string }) {
  const { name } = useCodeWords(list);
  return code === '' ? '' : name(code);
}

/** Columns hold it in Chinese words; it is shown and copied in the language of the screen. */
function sayBirthday(text: string, language: Language): string {
  const date = readYearlyDate(text, { today: localToday() });
  return date ? sayYearlyDate(language, date) : text;
}

function BirthdayCell({ text }: { text: string }) {
  return sayBirthday(text, useLanguage());
}

const isNumeric = true;
const number = (id: FixedField): Partial<ColumnSpec> => ({ fact: id, sort: id, widthPx: 96, isNumeric });

/** On what terms one deals with customers, and when their birthday is. */
export const termColumns: readonly ColumnSpec[] = [
  chosenColumn('gender', 72),
  detailColumn('birthday', 'field.birthday', {
    fact: 'birthday',
    widthPx: 120,
    cell: (row) => <BirthdayCell text={row.details.birthday ?? ''} />,
    text: (row, { language }) => sayBirthday(row.details.birthday ?? '', language),
  }),
  chosenColumn('leadStatus', 96),
  chosenColumn('preferredChannel', 96),
  chosenColumn('doNotContact', 120),
  detailColumn('creditLimitFen', 'field.creditLimitFen', {
    ...number('creditLimitFen'),
    isMoney: true,
    text: ({ details: { creditLimitFen } }, { currency }) =>
      creditLimitFen === undefined ? '' : writeMoney(Number(creditLimitFen), currency),
    cell: ({ details: { creditLimitFen } }) =>
      creditLimitFen === undefined ? '' : <Amount fen={Number(creditLimitFen)} />,
  }),
  codeColumn('campaign', 140),
  codeColumn('lostReason', 120),
  detailColumn('lostOn', 'field.lostOn', { fact: 'lostOn', sort: 'lostOn', widthPx: 104 }),
  detailColumn('paymentTermsDays', 'field.paymentTermsDays', number('paymentTermsDays')),
];
