import { isFieldOf } from '#shared/domain/custom-field/custom-field.ts';
import { sayFieldTexts, textsOfValue } from '#shared/custom-fields/values.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import type { Shop } from '#shared/domain/settings/shop.ts';
import { formatDay, joinWords } from '#shared/i18n/format.ts';
import { printedContactFacts, printedFacts, type PrintedFact } from '#shared/print/printed-facts.ts';
import { useCardFields } from '../../../display/use-custom-fields.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useWords } from '../../../display/use-words.ts';
import { useToday } from '../../../platform/clock.ts';
import { useLanguage, useT } from '../../../platform/language.tsx';
import { useCurrency } from '../../../state/currency.ts';
import type { CardOnPaper, CardPart } from './card-on-paper.ts';
import { OrderLines, PaperPart, PlanLines, RelationLines, TimelineLines } from './card-sheet-parts.tsx';
import { PaperHead } from './paper-head.tsx';
import styles from './sheets.module.css';

interface CardSheetProps {
  shop: Shop;
  paper: CardOnPaper;
  reading: string;
  parts: ReadonlySet<CardPart>;
}

/** A card on A4: who, how to reach them, who they stand to, what was bought and what was said. */
export function CardSheet({ shop, paper, reading, parts }: CardSheetProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const { customer, contact } = paper.dossier;
  const currency = useCurrency();
  const facts = useFacts(paper.dossier);
  const people = contact.filter(({ leftOn }) => leftOn === undefined);
  return (
    <div className={styles.page}>
      <PaperHead
        shop={shop}
        title={customer.name}
        detail={[reading, customer.code, formatDay(language, today, '0000-01-01')].filter(Boolean).join(' · ')}
      />
      {parts.has('facts') && <FactLines facts={facts} />}
      {parts.has('people') && people.length > 0 && (
        <PaperPart title={t('contacts.title')}>
          {people.map((person) => (
            <div key={person.id} className={styles.person}>
              <b>{person.name}</b>
              <FactLines facts={printedContactFacts(person, { t, language, currency })} />
            </div>
          ))}
        </PaperPart>
      )}
      {parts.has('relations') && <RelationLines relations={paper.relations} />}
      {parts.has('plans') && <PlanLines dossier={paper.dossier} />}
      {parts.has('orders') && <OrderLines orders={paper.orders} />}
      {parts.has('timeline') && (
        <TimelineLines
          // Orders that stand in a list of their own are not told twice.
          entries={paper.timeline.filter(({ kind }) => kind !== 'order' || !parts.has('orders'))}
          people={contact}
        />
      )}
    </div>
  );
}

/** The facts, the tags, and the fields of the user's own. */
function useFacts(dossier: Dossier): PrintedFact[] {
  const t = useT();
  const language = useLanguage();
  const wording = { t, language, currency: useCurrency() };
  const tags = useTags();
  const words = useWords();
  const own = useCardFields();
  const { customer } = dossier;
  const tagNames = customer.tagIds.flatMap((id) => tags.get(id)?.name ?? []);
  return [
    ...printedFacts(customer, wording, words),
    ...(tagNames.length > 0 ? [{ label: t('field.tagIds'), values: [joinWords(language, tagNames)] }] : []),
    ...own
      .filter((field) => isFieldOf(field, customer) && field.type !== 'reference')
      .flatMap((field) => {
        const said = sayFieldTexts(field, textsOfValue(customer.customFields[field.id]), wording);
        return said === '' ? [] : [{ label: field.label, values: [said] }];
      }),
  ];
}

function FactLines({ facts }: { facts: readonly PrintedFact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, values }, at) => (
        // Fields of one's own may be called as others are.
        <div key={at} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{values.join('\n')}</dd>
        </div>
      ))}
    </dl>
  );
}
