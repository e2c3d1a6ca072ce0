import type { OpenReport } from '../../engine/api.ts';
import type { Space } from '../../state/space.ts';

export type NoticeId =
  | 'ahead'
  | 'read-only'
  | 'full'
  | 'restored'
  | 'wiped'
  | 'outdated'
  | 'damaged'
  | 'repaired'
  | 'low'
  | 'torn'
  | 'behind'
  | 'unclean';

export interface NoticeFacts {
  report: Pick<OpenReport, 'found' | 'damage'>;
  isReadOnly: boolean;
  space: Space['state'];
  repairedCustomers: number;
  /** A backup was taken over before the archive was opened. */
  wasRestored: boolean;
  /** The last run did not end as it should. */
  wasUnclean: boolean;
}

/** Everything there is to say about the archive, the most pressing first. */
export function decideNotices(facts: NoticeFacts): NoticeId[] {
  const { report, isReadOnly, space, repairedCustomers } = facts;
  const notices: NoticeId[] = [];
  if (report.found === 'ahead') notices.push('ahead');
  else if (isReadOnly) notices.push('read-only');
  if (space === 'full') notices.push('full');
  if (repairedCustomers > 0) notices.push('repaired');
  if (space === 'low') notices.push('low');
  const opening = selectOpening(facts);
  return opening ? [...notices, opening] : notices;
}

/** What opening the archive came to, where that is worth a word. */
function selectOpening({ report: { found, damage }, wasRestored, wasUnclean }: NoticeFacts): NoticeId | null {
  switch (found) {
    case 'wiped':
      return wasRestored ? 'restored' : 'wiped';
    case 'outdated':
    case 'damaged':
      return found;
    case 'behind':
      return damage ? 'torn' : 'behind';
    case 'equal':
      if (damage) return 'torn';
      return wasUnclean ? 'unclean' : null;
    case 'ahead':
    case 'empty':
      return null;
  }
}
