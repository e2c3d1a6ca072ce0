import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { useEngineQuery } from '../../../engine/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import styles from './card.module.css';
import { FactRow } from './fact-row.tsx';
import { facts } from './fact-fields.ts';
import { TagsFact } from './tags-fact.tsx';

/** What is known about the customer; every fact is edited where it stands. */
export function Facts({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  const { data: tags = [] } = useEngineQuery('tags', (engine) => engine.catalogue('tag'));
  const { customer } = dossier;
  const shown = facts.filter(
    (fact) => isWhole || (fact.key !== 'name' && (fact.isPrimary === true || fact.read(customer) !== '')),
  );
  return (
    <section className={styles.block} aria-label={t('facts.title')}>
      <dl className={styles.facts}>
        {shown.map((fact) => (
          <FactRow key={fact.key} fact={fact} dossier={dossier} />
        ))}
        <TagsFact customer={customer} tags={tags} />
      </dl>
      <Button
        kind="quiet"
        size="small"
        icon={isWhole ? <ChevronUp /> : <ChevronDown />}
        onPress={() => {
          setWhole(!isWhole);
        }}
      >
        {t(isWhole ? 'facts.fewer' : 'facts.all')}
      </Button>
    </section>
  );
}
