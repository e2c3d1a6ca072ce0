import { SaveButtons } from '../../../display/save-buttons.tsx';
import { useWords } from '../../../display/use-words.ts';
import { useState } from 'react';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { RelationEntry, RelationsView } from '../../../engine/api.ts';
import { UnsavedNote } from '../../../display/unsaved-note.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useUnsaved } from '../../../engine/client/use-unsaved.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { Banner } from '../../../ui/feedback/banner.tsx';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { PickList } from '../../../ui/fields/pick-list.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { KindsDialog } from './kinds-dialog.tsx';
import { PersonField } from './person-field.tsx';
import { emptyForm, formOf, isIntroduction, saveRelation, type RelationForm } from './relation-form.ts';
import styles from './relations.module.css';
import { roleSections } from './role-sections.ts';
import { useRelationKinds, useRoleWord } from './role-words.ts';
import { useFormProblem } from './use-form-problem.ts';

export interface RelationDialogProps {
  dossier: Dossier;
  view: RelationsView;
  /** The relation to change; a new one when absent. */
  entry?: RelationEntry | undefined;
  /** What a new one begins with. */
  start?: Partial<RelationForm> | undefined;
  onClose: () => void;
}

/** Stands for the customer itself where its contact persons can be chosen too. */
const itself = 'itself';

/** Who the other one is, what they are, since when. */
export function RelationDialog({ dossier, view, entry, start, onClose }: RelationDialogProps) {
  const t = useT();
  const commit = useCommit();
  const word = useRoleWord();
  const kinds = useRelationKinds();
  const { customer } = dossier;
  const blank: RelationForm = entry ? formOf(entry) : { ...emptyForm, ...start };
  const {
    value: form,
    change,
    clear,
    isBroughtBack,
  } = useUnsaved({ kind: 'relation', customerId: customer.id, of: entry?.record.id ?? start?.role ?? 'new' }, blank);
  /** Who is sought is typed into a box of its own, which begins anew when the rest does. */
  const [round, setRound] = useState(0);
  const [areKindsOpen, setKindsOpen] = useState(false);
  const leave = () => {
    clear();
    onClose();
  };
  const { problem, hint } = useFormProblem(customer, form, view, entry ?? null);
  const { who, role } = form;
  const isComplete = who !== null && role !== null && problem === null;
  const people = dossier.contact.filter(({ id }) => id === form.nearContactId || entry === undefined);
  const sections = roleSections(customer.kind, kinds, { word, words: useWords(), t });
  // A relation that is there does not turn into an introduction, which is kept elsewhere.
  const offered = entry ? sections.filter(({ id }) => id !== 'introduction') : sections;

  const save = useOneAtATime(async () => {
    if (!isComplete) return;
    const sentence = entry
      ? t('relations.changed', { other: who.name })
      : t('relations.added', { other: who.name, role: word(role) });
    if (await commit((engine) => saveRelation(engine, customer, form, entry ?? null), sentence)) leave();
  });

  return (
    <Dialog
      title={t(entry ? 'relations.editFor' : 'relations.addFor', { name: customer.name })}
      isOpen
      onClose={onClose}
      size="small"
      footer={<SaveButtons isDisabled={!isComplete} onSave={() => void save()} onCancel={leave} />}
    >
      <div className={styles.form}>
        {isBroughtBack && (
          <UnsavedNote
            onDiscard={() => {
              clear();
              setRound(round + 1);
            }}
          />
        )}
        {entry ? (
          <p className={styles.who}>{entry.other.name}</p>
        ) : (
          <PersonField
            key={round}
            chosen={who}
            besides={customer.id}
            onChoose={(chosen) => {
              change({ who: chosen });
            }}
          />
        )}
        {people.length > 0 && !entry && (
          <Select
            label={t('relations.near')}
            value={form.nearContactId ?? itself}
            options={[
              { id: itself, label: t('relations.itself', { name: customer.name }) },
              ...people.map(({ id, name }) => ({ id, label: name })),
            ]}
            onChange={(id) => {
              change({ nearContactId: id === itself ? null : id });
            }}
          />
        )}
        <PickList
          label={t('relations.role')}
          isLabelShown
          placeholder={t('relations.roleHint')}
          sections={offered}
          chosen={role === null ? [] : [role]}
          onChange={([chosen = null]) => {
            change({ role: chosen });
          }}
        />
        <Button
          kind="quiet"
          size="small"
          edge="start"
          onPress={() => {
            setKindsOpen(true);
          }}
        >
          {t('relations.manageKinds')}
        </Button>
        <div className={styles.dates}>
          <DateField
            label={t('relations.from')}
            value={form.from}
            onChange={(from) => {
              change({ from });
            }}
          />
          {!isIntroduction(role) && (
            <DateField
              label={t('relations.until')}
              value={form.until}
              onChange={(until) => {
                change({ until });
              }}
            />
          )}
        </div>
        <TextArea
          label={t('relations.note')}
          value={form.note}
          rows={2}
          onChange={(note) => {
            change({ note });
          }}
          onSubmit={() => void save()}
        />
        <p className={styles.says} role="status">
          {who && role !== null && !problem
            ? t('relations.says', { other: who.name, name: customer.name, role: word(role) })
            : ''}
        </p>
        {areKindsOpen && (
          <KindsDialog
            onClose={() => {
              setKindsOpen(false);
            }}
          />
        )}
        {problem !== null && <Banner tone="seal" title={problem} />}
        {hint !== null && problem === null && <Banner tone="warn" title={hint} />}
      </div>
    </Dialog>
  );
}
