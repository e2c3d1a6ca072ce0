import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { relationGroups, type RelationGroup } from '#shared/domain/relation/relation-role.ts';
import type { RelationKind } from '#shared/domain/relation-kind/relation-kind.ts';
import { cleanText } from '#shared/match/text.ts';
import { draftOf } from '../../../engine/draft-of.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useQuestion } from '../../../engine/client/use-engine-query.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import styles from './relations.module.css';
import { usageQuestion, useAllKinds } from './role-words.ts';

const noGroup = 'none';

/** The kinds of relation of the user's own: what they are called from either side, and what they bind together. */
export function KindsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const commit = useCommit();
  const kinds = useAllKinds();
  const [edited, setEdited] = useState<RelationKind | null>(null);
  const usage = useQuestion(usageQuestion(kinds)).data;

  const remove = ({ id, name, version }: RelationKind, used: number) =>
    commit(
      (engine) => engine.commit('catalogue/edit', [{ table: 'relationKind', id, after: null, seen: version }]),
      t(used > 0 ? 'relations.kindKept' : 'relations.kindRemoved', { name }),
    );
  const putBack = (kind: RelationKind) =>
    commit(
      (engine) =>
        engine.commit('catalogue/edit', [
          { table: 'relationKind', id: kind.id, after: draftOf(kind), seen: kind.version },
        ]),
      t('relations.kindSaved', { name: kind.name }),
    );
  const shown = kinds.flatMap((kind, at) => {
    const used = usage?.[at] ?? 0;
    // One that was removed is shown as long as somebody is related by it.
    return kind.deletedAt === undefined || used > 0 ? [{ kind, used }] : [];
  });

  return (
    <Dialog title={t('relations.kinds')} isOpen onClose={onClose} size="small">
      <div className={styles.form}>
        {shown.length === 0 && <p className={styles.muted}>{t('relations.noKinds')}</p>}
        <ul className={styles.rows}>
          {shown.map(({ kind, used }) => {
            const isRemoved = kind.deletedAt !== undefined;
            return (
              <li key={kind.id} className={styles.kind}>
                <span className={styles.person}>
                  <span>{[kind.name, kind.inverseName].filter(Boolean).join(' ↔ ')}</span>
                  <span className={styles.muted}>
                    {[
                      isRemoved && t('relations.kindNotOffered'),
                      kind.group && t(`relations.binds.${kind.group}`),
                      used > 0 && t('relations.kindUsed', { count: used }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                {isRemoved ? (
                  <Button size="small" onPress={() => void putBack(kind)}>
                    {t('relations.kindPutBack')}
                  </Button>
                ) : (
                  <>
                    <IconButton
                      label={t('relations.editKind', { name: kind.name })}
                      size="small"
                      icon={<Pencil />}
                      onPress={() => {
                        setEdited(kind);
                      }}
                    />
                    <IconButton
                      label={t('relations.removeKind', { name: kind.name })}
                      size="small"
                      icon={<Trash2 />}
                      onPress={() => void remove(kind, used)}
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <KindForm
          key={edited?.id ?? `new-${String(kinds.length)}`}
          kind={edited}
          onDone={() => {
            setEdited(null);
          }}
        />
      </div>
    </Dialog>
  );
}

function KindForm({ kind, onDone }: { kind: RelationKind | null; onDone: () => void }) {
  const t = useT();
  const commit = useCommit();
  const [name, setName] = useState(kind?.name ?? '');
  const [inverseName, setInverseName] = useState(kind?.inverseName ?? '');
  const [group, setGroup] = useState<RelationGroup | typeof noGroup>(kind?.group ?? noGroup);
  const [cleanName, cleanInverse] = [cleanText(name), cleanText(inverseName)];
  // Relations that are there know whether the kind has two sides.
  const hasTwoSides = kind ? kind.inverseName !== undefined : true;
  const isComplete = cleanName !== '' && (!kind || !hasTwoSides || cleanInverse !== '');

  const save = useOneAtATime(async () => {
    if (!isComplete) return;
    const id = kind?.id ?? newId();
    const after = {
      id,
      name: cleanName,
      ...(hasTwoSides && cleanInverse !== '' && { inverseName: cleanInverse }),
      ...(group !== noGroup && { group }),
    };
    const committed = await commit(
      (engine) =>
        engine.commit('catalogue/edit', [{ table: 'relationKind', id, after, ...(kind && { seen: kind.version }) }]),
      t('relations.kindSaved', { name: cleanName }),
    );
    if (committed) onDone();
  });

  return (
    <div className={styles.kindForm}>
      <TextField
        label={t('relations.kindName')}
        // Also for the next one, and after leaving one that was being changed.
        autoFocus
        placeholder={t('relations.kindNameHint')}
        value={name}
        onChange={setName}
        maxLength={60}
        onEnter={() => void save()}
      />
      {hasTwoSides && (
        <TextField
          label={t('relations.kindInverse')}
          placeholder={t('relations.kindInverseHint')}
          value={inverseName}
          onChange={setInverseName}
          maxLength={60}
          onEnter={() => void save()}
        />
      )}
      <Select
        label={t('relations.kindGroup')}
        value={group}
        options={[
          { id: noGroup, label: t('relations.binds.none') },
          ...relationGroups.map((id) => ({ id, label: t(`relations.binds.${id}`) })),
        ]}
        onChange={setGroup}
      />
      <div className={styles.kindActions}>
        {kind && <Button onPress={onDone}>{t('ui.cancel')}</Button>}
        <Button kind="primary" isDisabled={!isComplete} onPress={() => void save()}>
          {t(kind ? 'ui.save' : 'relations.addKind')}
        </Button>
      </div>
    </div>
  );
}
