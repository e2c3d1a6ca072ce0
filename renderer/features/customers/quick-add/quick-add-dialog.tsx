import { useRef, useState } from 'react';
import { sourceOfCampaign } from '#shared/domain/campaign/campaign.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { requiredFields } from '#shared/domain/customer/completeness.ts';
import { customerKinds } from '#shared/domain/customer/customer.ts';
import { companyFirst } from '#shared/quick-add/company-first.ts';
import { draftCustomer, guessKind, nameOf } from '#shared/quick-add/draft-customer.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { otherPeople, piecesOfOther, withoutOthers, type OtherPerson } from '#shared/quick-add/other-people.ts';
import { otherRolesOf, type OtherRole } from '#shared/quick-add/other-roles.ts';
import type { Meaning, Piece } from '#shared/quick-add/piece.ts';
import { longestRead, readQuickAdd } from '#shared/quick-add/read-quick-add.ts';
import { countryOfCurrency, isDayFirstFor } from '#shared/match/country.ts';
import { CampaignPick } from '../../../display/campaign-pick.tsx';
import { useCodeWords } from '../../../display/use-words.ts';
import { useFieldDefinitions } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { UnsavedNote } from '../../../display/unsaved-note.tsx';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { useUnsaved } from '../../../engine/client/use-unsaved.ts';
import { useToday } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import { useJoin, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { Select } from '../../../ui/fields/select.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { useOneAtATime } from '../../../ui/keys/use-one-at-a-time.ts';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { isComposing } from '../../../ui/theme/keyboard.ts';
import { DuplicateBanner, identityOf } from './duplicate-banner.tsx';
import { quickAddEdits, type Added } from './quick-add-edits.ts';
import styles from './quick-add.module.css';
import { UnderstoodChips } from './understood-chips.tsx';

export interface QuickAddDialogProps {
  /** What the line begins with. */
  text: string;
  onClose: () => void;
  onOpenCustomer: (id: CustomerId) => void;
}

/** A menu gives the focus back to its chip in the frame after it is gone. */
function afterMenu(focus: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(focus));
}

const noLabels: ReadonlyMap<Piece, string> = new Map();

/** What parts are called that are of somebody else: their names, and the company of another customer. */
function labelsOf(others: readonly OtherPerson[], role: OtherRole, t: Translate): ReadonlyMap<Piece, string> {
  return new Map(
    others.flatMap(({ named, theirs }): [Piece, string][] => [
      [named, t(`new.other.${role}`)],
      ...(role === 'customer' ? theirs : [])
        .filter(({ kind }) => kind === 'note')
        .map((piece): [Piece, string] => [piece, t('field.organization')]),
    ]),
  );
}

/** One customer in one line, understood while it is typed or pasted; Ctrl+Enter saves and goes on with the next card. */
export function QuickAddDialog({ text: given, onClose, onOpenCustomer }: QuickAddDialogProps) {
  const t = useT();
  const join = useJoin();
  const today = useToday();
  const commit = useCommit();
  const sourceWords = useCodeWords('source');
  const box = useRef<HTMLTextAreaElement>(null);
  const { value, change, clear, isBroughtBack } = useUnsaved(
    { kind: 'quick-add', of: given === '' ? 'typed' : 'given' },
    { text: given, meant: {}, kind: null, source: null, campaign: null, others: null },
    (left) => left.text.startsWith(given),
  );
  const { text, meant, kind: chosenKind, source, campaign = null, others: chosenRole = null } = value;
  /** The line as it stood before an input method began to compose: its letters are no words yet. */
  const [settled, setSettled] = useState<string | null>(null);
  const [savedCount, setSavedCount] = useState(0);
  /** Of them, who was here before, or is in the stack twice: whoever types fast does not see it said. */
  const [twinCount, setTwinCount] = useState(0);
  const tags = [...useTags().values()];
  /** Cards are written one after the other: the first may make a tag that the next one has. */
  const lastWrite = useRef<Promise<unknown>>(Promise.resolve());

  const currency = useCurrency();
  const [home, isDayFirst] = [countryOfCurrency(currency), isDayFirstFor(currency)];
  const readLine = (line: string) => companyFirst(readQuickAdd(line, today, meant, home, isDayFirst), meant);
  const pieces = readLine(settled ?? text);
  const kind = chosenKind ?? guessKind(pieces);
  const name = nameOf(pieces);
  const others = otherPeople(pieces, meant);
  const roles = otherRolesOf(kind);
  const usual = kind === 'person' ? 'customer' : 'contact';
  const role = chosenRole !== null && roles.includes(chosenRole) ? chosenRole : usual;

  const draftAll = (all: readonly Piece[], idFor: () => CustomerId): Added => {
    const beside = role === 'same' ? [] : otherPeople(all, meant);
    const own = withoutOthers(all, beside);
    const customers = role === 'customer' ? beside.map((other) => piecesOfOther(other, own)) : [];
    return {
      ...draftCustomer(idFor(), own, { kind, source, campaign }),
      customers: customers.map((parts) => draftCustomer(idFor(), parts, { kind: 'person', source, campaign }).customer),
      contacts: role === 'contact' ? beside : [],
    };
  };
  const draft = draftAll(pieces, () => '' as CustomerId);

  const tagIds = tags.filter((tag) => draft.tags.includes(tag.name)).map(({ id }) => id);
  const missing = requiredFields(useFieldDefinitions(), { kind, tagIds });

  const read = () => draftAll(readLine(text), () => newId() as CustomerId);
  const write = (added: Added) => {
    const thisWrite = lastWrite.current.then(() =>
      commit(
        async (engine) => {
          const [surest] = await engine.resembling(identityOf(added.customer));
          if (surest?.verdict === 'same') setTwinCount((count) => count + 1);
          const edits = quickAddEdits(added, await engine.catalogue('tag'), t('followUps.default'));
          return engine.commit('customer/create', edits);
        },
        t('new.created', { name: join([added.customer, ...added.customers].map((each) => each.name)) }),
      ),
    );
    lastWrite.current = thisWrite.catch(() => null);
    return thisWrite;
  };
  const saveAndOpen = useOneAtATime(async () => {
    const added = read();
    if (added.customer.name === '' || !(await write(added))) return;
    clear();
    onOpenCustomer(added.customer.id);
  });
  /** A card that could not be written stands in the line again, what was typed meanwhile below it. */
  const bringBack = (kept: string) => {
    const typed = box.current?.value ?? '';
    change(typed === kept ? value : { text: `${text}\n${typed}` });
  };
  const saveAndGoOn = async () => {
    const added = read();
    if (added.customer.name === '') return;
    // The cards of one stack come from one place: its tags stay.
    const kept = pieces
      .filter((piece) => piece.kind === 'tag')
      .map((piece) => `${piece.text} `)
      .join('');
    // Whoever types fast is at the next card before this one is written.
    clear({ text: kept, meant: {}, kind: null, source, campaign, others: null });
    box.current?.focus();
    if (await write(added)) setSavedCount((count) => count + 1);
    else bringBack(kept);
  };
  const remove = ({ from, to }: Piece) => {
    change({ text: `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim() });
    box.current?.focus();
  };
  const correct = ({ text: part }: Piece, meaning: Meaning) => {
    change({ meant: { ...meant, [part]: meaning } });
    afterMenu(() => box.current?.focus());
  };
  const retype = ({ from, to }: Piece) => {
    afterMenu(() => {
      box.current?.focus();
      box.current?.setSelectionRange(from, to);
    });
  };

  return (
    <Dialog
      title={t('new.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          {savedCount > 0 && (
            <span className={styles.count} role="status">
              {t('new.savedCount', { count: savedCount })}
              {twinCount > 0 && t('new.twinCount', { count: twinCount })}
            </span>
          )}
          <Button keys="Mod+Enter" isDisabled={name === ''} onPress={() => void saveAndGoOn()}>
            {t('new.createAndNext')}
          </Button>
          <Button kind="primary" keys="Enter" isDisabled={name === ''} onPress={() => void saveAndOpen()}>
            {t('new.create')}
          </Button>
        </>
      }
    >
      <div
        role="group"
        aria-label={t('new.title')}
        className={styles.form}
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
          event.preventDefault();
          event.stopPropagation();
          void saveAndGoOn();
        }}
      >
        <TextArea
          label={t('new.line')}
          placeholder={t('new.example')}
          value={text}
          onChange={(next) => {
            change({ text: next });
          }}
          onCompositionStart={() => {
            setSettled(text);
          }}
          onCompositionEnd={() => {
            setSettled(null);
          }}
          inputRef={box}
          autoFocus
          submitsOnEnter
          onSubmit={() => void saveAndOpen()}
        />
        {isBroughtBack && <UnsavedNote onDiscard={clear} />}
        {text.length > longestRead && <p className={styles.hint}>{t('new.long', { count: longestRead })}</p>}
        <UnderstoodChips
          pieces={pieces}
          labels={role === 'same' ? noLabels : labelsOf(others, role, t)}
          onRemove={remove}
          onCorrect={correct}
          onRetype={retype}
        />
        {name === '' && pieces.length > 0 && <p className={styles.hint}>{t('new.noName')}</p>}
        {name !== '' && missing.length > 0 && (
          <p className={styles.hint}>{t('new.missing', { fields: join(missing.map(({ label }) => label)) })}</p>
        )}
        {others.length > 0 && (
          <SegmentedControl
            label={t('new.others', { names: join(others.map(({ named }) => named.text)) })}
            value={role}
            onChange={(next) => {
              change({ others: next });
            }}
            segments={roles.map((id) => ({ id, label: t(`new.other.${id}`) }))}
          />
        )}
        {[draft.customer, ...draft.customers].map((customer, at) => (
          <DuplicateBanner key={at} customer={customer} onOpenCustomer={onOpenCustomer} />
        ))}
        <div className={styles.row}>
          <SegmentedControl
            label={t('field.kind')}
            value={kind}
            onChange={(next) => {
              change({ kind: next });
            }}
            segments={customerKinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
          />
          <Select
            label={t('field.source')}
            value={source}
            onChange={(next) => {
              change({ source: next === 'none' ? null : next });
            }}
            options={[{ id: 'none', label: t('campaigns.none') }, ...sourceWords.options()]}
          />
          <CampaignPick
            label={t('field.campaign')}
            value={campaign}
            onChange={(next, chosen) => {
              change({ campaign: next, ...(source === null && { source: sourceOfCampaign(chosen) ?? null }) });
            }}
          />
        </div>
      </div>
    </Dialog>
  );
}
