import { judgeRecords, type Verdict } from '#shared/linkage/judge-records.ts';
import { linkRecordOf } from '#shared/linkage/link-record.ts';
import { linkSourceOf } from '#shared/linkage/link-source.ts';
import { phoneMatchKey } from '#shared/match/format-phone.ts';
import type { MatchHit, MatchingApi, MatchKey, NewCustomer, Resemblance } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import { linkRecordAt } from '../index/relations/link-records.ts';
import type { Desk } from './desk.ts';

/** The surest first. */
const rank: Readonly<Record<Verdict, number>> = {
  same: 0,
  namesake: 1,
  household: 2,
  contact: 3,
  branch: 4,
  different: 5,
};

export function matching(desk: Desk): Asynchronous<MatchingApi> {
  return {
    async matches(keys) {
      await desk.opened().keeper.ready();
      return desk.index.matches(keys);
    },

    async resembling(customer) {
      await desk.opened().keeper.ready();
      const { columns } = desk.index;
      const record = linkRecordOf(linkSourceOf(customer, []));
      const hits = new Map<string, MatchHit>();
      for (const hit of desk.index.matches(keysOf(customer)).flat()) hits.set(hit.id, hit);
      const found = [...hits.values()].flatMap((hit): Resemblance[] => {
        const verdict = judgeRecords(record, linkRecordAt(columns, columns.indexOf(hit.id)));
        return verdict === 'different' ? [] : [{ ...hit, verdict }];
      });
      return found.sort((a, b) => rank[a.verdict] - rank[b.verdict]);
    },

    async existing(keys) {
      await desk.opened().keeper.ready();
      return desk.index.existing(keys);
    },
  };
}

function keysOf({ name, code, uscc = '', phones, emails, ims }: NewCustomer): MatchKey[] {
  return [
    { name },
    { code },
    { uscc },
    ...phones.map((phone) => ({ phone: phoneMatchKey(phone) })),
    ...emails.map(({ address }) => ({ email: address })),
    ...ims.map(({ account }) => ({ im: account })),
  ];
}
