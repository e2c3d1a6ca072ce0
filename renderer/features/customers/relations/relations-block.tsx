import { PenLine, Share2 } from 'lucide-react';
import { useState } from 'react';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { formatDay } from '#shared/i18n/format.ts';
import type { RelationEntry } from '../../../engine/api.ts';
import { useEngineAccess } from '../../../engine/client/engine-context.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { laterComponent } from '../../../ui/layout/later.ts';
import type { MenuEntry } from '../../../ui/overlays/menu.tsx';
import { CardBlock } from '../card/card-block.tsx';
import { useRelations } from '../card/card-questions.ts';
import { useFirstFew } from '../card/use-first-few.tsx';
import { RelationDialog, RelationMap } from '../dialogs.ts';
import { GroupPanel } from './group-panel.tsx';
import type { RelationForm } from './relation-form.ts';
import { removeIntroducer } from './remove-introducer.ts';
import { RelationRow } from './relation-row.tsx';
import styles from './relations.module.css';
import { useRoleWord } from './role-words.ts';

const firstShown = 10;

/** Not among the dialogs: it opens one of them. */
const IntroducedPanel = laterComponent(async () => (await import('./introduced-panel.tsx')).IntroducedPanel);

/** Who the customer stands to, what their household or group comes to, and who introduced whom. */
export function RelationsBlock({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const commit = useCommit();
  const word = useRoleWord();
  const spanOf = useSpan();
  const [isMapOpen, setMapOpen] = useState(false);
  const [dialog, setDialog] = useState<{ entry?: RelationEntry; start?: Partial<RelationForm> } | null>(null);
  const { customerId } = dossier;
  const { data: view } = useRelations(customerId);
  const { shown, others } = useFirstFew(view?.entries ?? [], firstShown);
  const left = useEngineAccess().unsaved.read({ kind: 'relation', customerId, of: 'new' });
  if (!view) return null;
  const { introducedBy } = view;

  const isAlone = view.entries.length === 0 && !introducedBy && view.introduced.direct === 0;

  const remove = ({ record, other }: RelationEntry) =>
    commit(
      (engine) =>
        engine.commit('relation/edit', [
          { table: 'relation', id: record.id, customerId: record.customerId, after: null, seen: record.version },
        ]),
      t('relations.removed', { other: other.name }),
    );

  const makeAction = (name: string, entry: RelationEntry | null): MenuEntry => ({
    id: 'make-customer',
    label: t('relations.makeCustomer'),
    onAction: () =>
      void commit(
        async (engine) => (await import('./make-customer.ts')).makeCustomer(engine, customerId, name, entry),
        t('relations.madeCustomer', { name }),
      ),
  });

  return (
    <CardBlock
      title={t('relations.title')}
      addLabel={t('relations.add')}
      onAdd={() => {
        setDialog({});
      }}
    >
      {isAlone && <p className={styles.muted}>{t('relations.none')}</p>}
      <ul className={styles.rows}>
        {introducedBy && (
          <RelationRow
            person={introducedBy}
            role={word('introducer')}
            detail={[spanOf({ from: introducedBy.on }), introducedBy.note].filter(Boolean).join(' · ')}
            actions={[
              {
                id: 'edit',
                label: t('relations.edit'),
                onAction: () => {
                  const { name, customerId: by, contactId, on = null, note = '' } = introducedBy;
                  setDialog({
                    start: { who: { name, customerId: by, contactId }, role: 'introducer', from: on, note },
                  });
                },
              },
              ...(introducedBy.kind === 'name' ? [makeAction(introducedBy.name, null)] : []),
              {
                id: 'remove',
                label: t('relations.remove'),
                onAction: () =>
                  void commit(
                    (engine) => removeIntroducer(engine, customerId),
                    t('relations.removed', { other: introducedBy.name }),
                  ),
              },
            ]}
          />
        )}
        {shown.map((entry) => (
          <RelationRow
            key={`${entry.record.id}/${entry.near?.contactId ?? ''}`}
            person={entry.other}
            role={word(entry.role)}
            isPast={!entry.isCurrent}
            detail={[
              entry.near && t('relations.of', { name: entry.near.name }),
              spanOf(entry.record),
              entry.record.note,
            ]
              .filter(Boolean)
              .join(' · ')}
            actions={[
              {
                id: 'edit',
                label: t('relations.edit'),
                onAction: () => {
                  setDialog({ entry });
                },
              },
              ...(entry.other.kind === 'name' ? [makeAction(entry.other.name, entry)] : []),
              { id: 'remove', label: t('relations.remove'), onAction: () => void remove(entry) },
            ]}
          />
        ))}
      </ul>
      {others}
      {left && !dialog && (
        <Button
          kind="quiet"
          size="small"
          edge="start"
          icon={<PenLine />}
          onPress={() => {
            setDialog({});
          }}
        >
          {t('relations.goOn', { name: left.who?.name ?? '…' })}
        </Button>
      )}
      {view.household && <GroupPanel kind="household" group={view.household} />}
      {view.company && <GroupPanel kind="company" group={view.company} />}
      <IntroducedPanel customerId={customerId} view={view} />
      {!isAlone && (
        <Button
          kind="quiet"
          size="small"
          edge="start"
          icon={<Share2 />}
          aria-expanded={isMapOpen}
          onPress={() => {
            setMapOpen(!isMapOpen);
          }}
        >
          {t(isMapOpen ? 'relations.hideMap' : 'relations.showMap')}
        </Button>
      )}
      {!isAlone && isMapOpen && <RelationMap customerId={customerId} />}
      {dialog && (
        <RelationDialog
          dossier={dossier}
          view={view}
          {...dialog}
          onClose={() => {
            setDialog(null);
          }}
        />
      )}
    </CardBlock>
  );
}

/** From when to when, in words. */
function useSpan(): (dates: { from?: string | undefined; until?: string | undefined }) => string {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  return ({ from, until }) => {
    const day = (date: string) => formatDay(language, date, today);
    if (from !== undefined && until !== undefined) return t('relations.span', { from: day(from), until: day(until) });
    if (from !== undefined) return t('relations.since', { from: day(from) });
    return until === undefined ? '' : t('relations.over', { until: day(until) });
  };
}
