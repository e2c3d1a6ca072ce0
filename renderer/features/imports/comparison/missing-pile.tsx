import { useState } from 'react';
import { noFilter, type FilterGroup } from '#shared/filter/filter.ts';
import { useClassWord } from '../../../display/class-word.tsx';
import { reportFailure } from '../../../display/report-failure.ts';
import { useEngine } from '../../../engine/client/engine-context.tsx';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { navigate } from '../../../state/navigation.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { GridCell } from '../../../ui/grid/grid.tsx';
import type { ImportClient } from '../import-client.ts';
import styles from './comparison.module.css';
import { PileGrid } from './pile-grid.tsx';

const slot = 'missing';
const aheadRows = 32;
const byName = [{ column: 'name' as const, descending: false }];

interface Scope {
  id: string;
  label: string;
  filter: FilterGroup;
}

/** What a list may be about: everybody, a saved list, a region. */
function useScopes(): Scope[] {
  const t = useT();
  const classWord = useClassWord();
  const { data: views = [] } = useEngineQuery('catalogue:listView', (engine) => engine.catalogue('listView'));
  const { data: byRegion } = useEngineQuery('regions-of-everybody', (engine) =>
    engine.query('regions', { text: '', sort: [], groupBy: 'region' }),
  );
  const regions = (byRegion?.groups ?? []).map(({ class: code }): Scope => {
    const filter: FilterGroup = { join: 'and', parts: [{ field: 'region', test: { is: 'any', of: [code] } }] };
    return { id: `region ${code}`, label: t('comparison.scope.region', { name: classWord('region', code) }), filter };
  });
  const saved = views
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map(({ id, name, filter }): Scope => ({ id, label: name, filter }));
  return [{ id: 'all', label: t('comparison.scope.all'), filter: noFilter }, ...saved, ...regions];
}

/** Who of the archive, or of the part of it that the list is about, is not in the list. */
export function useMissing(client: ImportClient | null, fileName: string, revision: number) {
  const scopes = useScopes();
  const [chosen, setScope] = useState('all');
  const scope = scopes.find(({ id }) => id === chosen) ?? scopes[0];
  const { data } = useEngineQuery(
    `missing:${fileName}:${String(revision)}:${JSON.stringify(scope)}`,
    async (engine) => {
      const query = { text: '', filter: scope?.filter, sort: byName };
      return engine.queryBesides(slot, query, (await client?.matchedIds()) ?? []);
    },
    { keepsPrevious: true, passing: true },
  );
  return { scopes, scope: scope?.id ?? 'all', setScope, token: data?.token ?? null, total: data?.total ?? 0 };
}

type Missing = ReturnType<typeof useMissing>;

export function MissingPile({ missing: { scopes, scope, setScope, token, total } }: { missing: Missing }) {
  const t = useT();
  const engine = useEngine();
  const show = async (intent?: 'tag') => {
    if (token === null) return;
    try {
      const selected = await engine.ids(token);
      navigate({ screen: 'customers', selected, ...(intent && { intent }) });
    } catch (error) {
      reportFailure(error);
    }
  };
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.grow}>
          <Select
            label={t('comparison.scope')}
            value={scope}
            onChange={setScope}
            options={scopes.map(({ id, label }) => ({ id, label }))}
          />
        </div>
        <Button isDisabled={total === 0} onPress={() => void show('tag')}>
          {t('comparison.tag')}
        </Button>
        <Button isDisabled={total === 0} onPress={() => void show()}>
          {t('comparison.select')}
        </Button>
      </div>
      {token === null || total === 0 ? (
        <p className={styles.quiet}>{t('comparison.none.missing')}</p>
      ) : (
        <MissingGrid token={token} total={total} />
      )}
    </>
  );
}

function MissingGrid({ token, total }: { token: string; total: number }) {
  const t = useT();
  const [firstInView, setFirstInView] = useState(0);
  const from = Math.max(0, Math.floor(firstInView / aheadRows) - 1) * aheadRows;
  const { data: rows } = useEngineQuery(
    `missing-rows:${token}:${String(from)}`,
    async (engine) => ({ from, rows: await engine.rows(token, from, from + 4 * aheadRows) }),
    { keepsPrevious: true, passing: true },
  );
  const rowAt = (index: number) => rows?.rows[index - rows.from];
  return (
    <PileGrid
      label={t('comparison.pile.missing')}
      headings={[t('comparison.column.who'), t('field.phones'), t('field.organization')]}
      columns="minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1.5fr)"
      total={total}
      onView={setFirstInView}
      onOpen={(at) => {
        const row = rowAt(at);
        if (row) navigate({ screen: 'customers', customerId: row.id });
      }}
    >
      {(at) => (
        <>
          <GridCell>{rowAt(at)?.name}</GridCell>
          <GridCell isMuted>{rowAt(at)?.phone}</GridCell>
          <GridCell isMuted>{rowAt(at)?.organization}</GridCell>
        </>
      )}
    </PileGrid>
  );
}
