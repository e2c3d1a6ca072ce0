import { useEffect } from 'react';
import { wayRules, type Way } from '#shared/reach/ways.ts';
import { CustomerLink } from '../../../display/customer-link.tsx';
import type { MatchHit, MatchKey } from '../../../engine/api.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import type { Owner } from '../card/owner.ts';
import styles from './reach.module.css';

const mostShown = 3;

interface SameReachProps {
  way: Way;
  text: string;
  owner: Owner;
  onFound: (isFound: boolean) => void;
}

/** Who else has the number, account or mail that is being typed. */
export function SameReach({ way, text, owner, onFound }: SameReachProps) {
  const t = useT();
  const keys = keysOf(way, text, owner);
  const { data: hits } = useEngineQuery<MatchHit[][]>(
    `matches ${JSON.stringify(keys)}`,
    (engine) => (keys.length === 0 ? Promise.resolve([]) : engine.matches(keys)),
    { keepsPrevious: true },
  );
  const others = [...new Map((hits ?? []).flat().map((hit) => [hit.id, hit])).values()].filter(
    ({ id }) => id !== owner.customerId,
  );
  const isFound = others.length > 0;
  useEffect(() => {
    onFound(isFound);
  }, [isFound, onFound]);
  if (!isFound) return null;
  return (
    <p className={styles.same} role="status">
      {t('reach.same')}
      {others.slice(0, mostShown).map(({ id, name }) => (
        <CustomerLink key={id} id={id}>
          {name}
        </CustomerLink>
      ))}
    </p>
  );
}

function keysOf(way: Way, text: string, { country }: Owner): MatchKey[] {
  if (text.trim() === '') return [];
  switch (way) {
    case 'phones':
      return piecesOf(wayRules.phones.read(text, { country })).flatMap(({ e164 }) =>
        e164 === undefined ? [] : [{ phone: e164 }],
      );
    case 'emails':
      return piecesOf(wayRules.emails.read(text)).map(({ address }) => ({ email: address }));
    case 'ims':
      return piecesOf(wayRules.ims.read(text)).map(({ account }) => ({ im: account }));
    case 'addresses':
      return [];
  }
}

function piecesOf<R>(read: R[] | string): R[] {
  return typeof read === 'string' ? [] : read;
}
