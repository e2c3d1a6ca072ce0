import { yearlyDateSchema, type YearlyDate } from '#shared/domain/customer/customer.ts';
import type { CardLayout, CardLayouts } from '#shared/domain/settings/card-layout.ts';

/** How the parts of a value are said; `word` and `labelOf` answer `null` for what they do not know. */
export interface Sayings {
  word: (key: string) => string | null;
  /** Tags and own fields by their id. */
  labelOf: (id: string) => string | null;
  /** Between the parts of a value. */
  separator: string;
  amount: (fen: number) => string;
  yearly: (date: YearlyDate) => string;
  day: (time: string) => string;
  instant: (at: string) => string;
}

const longestShown = 120;
const nothing = '—';
/** Of a value with many parts, the one that people mean by it. */
const telling = ['raw', 'address', 'account', 'street', 'text', 'name', 'label'];

/** A stored value in words good enough to compare two of them. */
export function sayValue(field: string, value: unknown, sayings: Sayings): string {
  if (value === undefined || value === null || value === '') return nothing;
  if (typeof value === 'boolean') return sayings.word(value ? 'ui.yes' : 'ui.no') ?? String(value);
  if (typeof value === 'number') return field.endsWith('Fen') ? sayings.amount(value) : String(value);
  if (typeof value === 'string') return sayText(field, value, sayings);
  // Digests mean nothing to anybody.
  if (field === 'leftOut' && Array.isArray(value)) return String(value.length);
  if (Array.isArray(value)) {
    return value.length === 0 ? nothing : value.map((item) => sayValue(field, item, sayings)).join(sayings.separator);
  }
  if (field === 'mapping') return sayMapping(value, sayings);
  if (field === 'checkDays') return sayByValueClass(value, sayings);
  if (field === 'cardLayouts') return sayCardLayouts(value, sayings);
  if (field === 'campaign') return sayCampaign(value, sayings);
  if (field === 'opening') return sayOpening(value, sayings);
  if (field === 'lines') return sayLine(value, sayings);
  if (field === 'layout') return sayings.word('history.layout') ?? nothing;
  if (field === 'sort') return saySort(value, sayings);
  return sayParts(field, value, sayings);
}

/** What it was, when, where and for how much: `展会 2026-03-01 杭州 ¥8,800`. */
function sayCampaign(campaign: object, sayings: Sayings): string {
  return Object.entries(campaign)
    .map(([key, part]) =>
      key === 'kind' ? sayings.word(`campaigns.kind.${String(part)}`) : sayValue(key, part, sayings),
    )
    .join(' ');
}

function sayOpening(opening: object, { word }: Sayings): string {
  const purchases = 'purchases' in opening ? ` × ${String(opening.purchases)}` : '';
  return `${word('orderType.opening') ?? ''}${purchases}`;
}

/** A line of an order: what, how many, for how much. */
function sayLine(line: object, { amount }: Sayings): string {
  const {
    text = '',
    qtyMilli = 1000,
    amountFen = 0,
  } = line as { text?: string; qtyMilli?: number; amountFen?: number };
  return `${text} × ${String(qtyMilli / 1000)} ${amount(amountFen)}`;
}

function saySort(by: object, { word }: Sayings): string {
  const { column = '', descending = false } = by as { column?: string; descending?: boolean };
  return `${word(`field.${column}`) ?? word(`dimension.${column}`) ?? column} ${descending ? '↓' : '↑'}`;
}

/** The columns of a file that were imported, each with what it became. */
function sayMapping(columns: object, { word, separator }: Sayings): string {
  return Object.entries(columns)
    .filter(([, target]) => target !== 'ignore')
    .map(([header, target]) => `${header} → ${word(`import.field.${String(target)}`) ?? String(target)}`)
    .join(separator);
}

/** A number for each value class. */
function sayByValueClass(numbers: object, { word, separator }: Sayings): string {
  return Object.entries(numbers)
    .map(([key, number]) => `${word(`class.value.${key}`) ?? key} ${String(number)}`)
    .join(separator);
}

/** Of each kind of customer what somebody said about its card: the parts in their order, those folded away, and the facts. */
function sayCardLayouts(layouts: CardLayouts, { word, separator }: Sayings): string {
  return (Object.entries(layouts) as [string, CardLayout][])
    .map(([kind, { sections = [], folded = [], facts = [], display = {} }]) => {
      const saidOf = (key: string, of: string) => word(`${of}.${key}`) ?? key;
      const parts = [
        ...sections.map((id) => saidOf(id, 'cardLayout.section')),
        ...folded.map((id) => `${saidOf(id, 'cardLayout.section')} (${saidOf('aside', 'cardLayout.display')})`),
        ...facts.map((key) => saidOf(key, 'field')),
        ...Object.entries(display).map(
          ([key, how]) => `${saidOf(key, 'field')} (${saidOf(how, 'cardLayout.display')})`,
        ),
      ];
      return `${saidOf(kind, 'kind')} ${parts.join(separator)}`;
    })
    .join(separator);
}

function sayText(field: string, value: string, { word, labelOf, day, instant }: Sayings): string {
  if (/^\d{4}-\d{2}-\d{2}T.*Z$/.test(value)) return instant(value);
  if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(value)) return day(value);
  const sources = [...(wordsOf[field] ?? [field]), `import.${field}`, `history.value.${field}`];
  const known = sources.map((source) => word(`${source}.${value}`)).find((said) => said !== null) ?? labelOf(value);
  if (known !== null) return known;
  return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
}

/** Fields whose words stand under other names. */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
  gender: ['facts'],
  preferredChannel: ['channel'],
  doNotContact: ['channel'],
  type: ['orderType', 'fields.type'],
  source: ['class.source'],
  role: ['role', 'relation'],
  status: [],
  kinds: ['kind'],
  colour: ['tags.colour'],
  group: ['relations'],
  groupBy: ['dimension', 'field'],
  list: ['words.list'],
};

/** What is known of a number or address: whose it is and whether it still works. */
function sayBeside(
  field: string,
  { label, status }: Record<string, unknown>,
  said: unknown,
  { word }: Sayings,
): string {
  const state = typeof status === 'string' ? word(`reach.status.${field}.${status}`) : null;
  const beside = [label === said ? null : label, state].filter((part) => typeof part === 'string' && part !== '');
  return beside.length === 0 ? '' : ` (${beside.join(', ')})`;
}

function sayParts(field: string, value: object, sayings: Sayings): string {
  const parts = value as Record<string, unknown>;
  const { label, date } = parts;
  // An anniversary: what it is and when.
  if (typeof label === 'string' && typeof date === 'object') return `${label} ${sayValue('', date, sayings)}`;
  const { fact, said } = parts;
  // What a list said of a fact; a field of the archive's own is called by its name.
  if (typeof fact === 'string' && typeof said === 'string') {
    return `${sayings.word(`field.${fact}`) ?? sayings.word(`comparison.fact.${fact}`) ?? fact.replace(/^own:/, '')} ${said}`;
  }
  const known = telling.map((key) => parts[key]).find((part) => typeof part === 'string' && part !== '');
  if (known !== undefined) return sayValue('', known, sayings) + sayBeside(field, parts, known, sayings);
  const yearly = yearlyDateSchema.safeParse(parts);
  if (yearly.success) return sayings.yearly(yearly.data);
  return Object.entries(parts)
    .map(([key, part]) => {
      const label = sayings.labelOf(key);
      const said = sayValue(key, part, sayings);
      return label === null ? said : `${label} ${said}`;
    })
    .join(field === 'customFields' ? sayings.separator : ' ');
}
