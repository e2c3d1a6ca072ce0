import { waysToTry, withoutWork } from '#shared/check-up/ways-to-try.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { rulesOf } from '#shared/reach/ways.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useToday } from '../../../platform/clock.ts';
import { useT } from '../../../platform/language.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { showToast } from '../../../ui/feedback/toasts.ts';
import { draftWith } from '../card/owner.ts';
import { saveRecord, shownCustomer, type Shown } from '../save-record.ts';
import { useSitting } from './sitting.ts';

export interface CheckDeeds {
  /** Somebody was sure of the details today. */
  isSure: boolean;
  /** The number, account or mail that would be marked, as people read it; `null` when none is left. */
  toTry: string | null;
  confirm: () => void;
  unreachable: () => void;
  skip: () => void;
}

/** What a check can come to. Each is one change set that can be undone, and turns the page. */
export function useCheckDeeds({ customer, contact }: Dossier): CheckDeeds {
  const t = useT();
  const today = useToday();
  const commit = useCommit();
  const finish = useSitting((state) => state.finish);
  const skip = useSitting((state) => state.skip);
  const { name } = customer;
  const isSure = customer.verifiedOn === today;
  const [way, ...others] = waysToTry(customer, contact);
  const shown = way ? rulesOf(way.way).show(way.reach) : null;

  const confirm = useOneAtATime(async () => {
    const sure = { ...draftOf(customer), verifiedOn: today };
    const write = () =>
      commit(
        (engine) => saveRecord(engine, shownCustomer(customer), sure, [], 'check/confirm'),
        t('checkUp.confirmed', { name }),
      );
    if (isSure || (await write())) finish(customer.id);
  });

  const unreachable = useOneAtATime(async () => {
    if (!way || shown === null) {
      showToast({ text: t('checkUp.nothingToMark', { name }) });
      return;
    }
    const { record } = way;
    const owner: Shown =
      record.id === customer.id ? shownCustomer(customer) : { table: 'contact', record, customerId: customer.id };
    const after = draftWith(record, { [way.way]: withoutWork(way) });
    const written = await commit(
      (engine) => saveRecord(engine, owner, after, [], 'check/unreachable'),
      t(others.length > 0 ? 'checkUp.markedNext' : 'checkUp.marked', { way: shown, name }),
    );
    // With another number left, that one is tried.
    if (written && others.length === 0) finish(customer.id);
  });

  return {
    isSure,
    toTry: shown,
    confirm: () => void confirm(),
    unreachable: () => void unreachable(),
    skip: () => {
      skip(customer.id);
    },
  };
}
