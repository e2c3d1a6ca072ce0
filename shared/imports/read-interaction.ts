import type { Channel } from '../domain/customer/customer.ts';
import type { Interaction } from '../domain/interaction/interaction.ts';
import type { LocalTime } from '../domain/record.ts';
import { readInteger } from '../formats/values/numbers.ts';
import * as choices from './choices.ts';
import type { Problem } from './problems.ts';
import { readBuyer, type Buyer } from './read-buyer.ts';
import { readFollowUp, type PlannedFollowUp } from './read-follow-up.ts';
import { RowReader, type Columns, type ReadOptions } from './row-reader.ts';

export interface InteractionRow {
  customer: Buyer;
  contactName: string;
  at: LocalTime | undefined;
  channel: Channel;
  direction: Interaction['direction'];
  purpose: Interaction['purpose'];
  outcome: Interaction['outcome'];
  text: string;
  durationMin: number | undefined;
  followUp: PlannedFollowUp | undefined;
  problems: Problem[];
}

/** Reads a row as one contact with a customer. Words that are no known choice are kept with its text. */
export function readInteraction(cells: readonly string[], columns: Columns, options: ReadOptions): InteractionRow {
  const row = new RowReader(cells, columns, options);
  const customer = readBuyer(row);
  const cell = row.first('at');
  const at = row.date('at');
  if (!cell) row.fail('interaction/no-date');
  else if (!at) row.fail('interaction/bad-date', cell.column, { value: cell.text });
  else if (at.slice(0, 10) > options.today) row.warn('date/future', cell.column, { value: at });
  const channel = row.choice('channel', choices.readChannel);
  const direction = row.choice('direction', choices.readDirection);
  const purpose = row.choice('purpose', choices.readPurpose);
  const outcome = row.choice('outcome', choices.readOutcome);
  const durationMin = row.choice('durationMin', readMinutes);
  const followUp = readFollowUp(row, 'nextFollowUp', 'nextTitle');
  const words = row.all('text').map((part) => part.text);
  const text = [...words, ...row.leftovers()].join('\n').slice(0, 1_000_000);
  if (text === '' && !channel && !outcome && !followUp) row.fail('interaction/empty');
  return {
    customer,
    contactName: row.text('contactName'),
    at,
    channel: channel ?? 'other',
    direction: direction ?? 'outbound',
    purpose,
    outcome,
    text,
    durationMin,
    followUp,
    problems: row.problems,
  };
}

/** Minutes of `12`, `12分钟`, `1小时`, `00:12:30`. */
function readMinutes(text: string): number | undefined {
  const clock = /^(\d{1,2}):(\d{2}):(\d{2})$/.exec(text.trim());
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]) + (Number(clock[3]) >= 30 ? 1 : 0);
  const count = readInteger(text);
  if (count === undefined || count < 0) return undefined;
  const minutes = /小时|hour|hr/i.test(text) ? count * 60 : /秒|sec/i.test(text) ? Math.round(count / 60) : count;
  return minutes <= 10_000 ? minutes : undefined;
}
