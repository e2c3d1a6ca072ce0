import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { Tag } from '#shared/domain/tag/tag.ts';
import { foldText } from '#shared/match/text.ts';
import { useTags } from '../../../display/use-tags.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { SearchField } from '../../../ui/fields/search-field.tsx';
import { Section } from '../../../ui/layout/section.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { TagLine } from './tag-line.tsx';
import { NewButton } from '../new-button.tsx';
import lineStyles from '../lines.module.css';
import styles from './tags.module.css';

const lineHeightPx = 40;

/** All tags with how many customers have them. Only the lines in view are drawn: there may be ten thousand. */
export function TagsPanel() {
  const t = useT();
  const tags = useTags();
  const { data: uses } = useEngineQuery('value-use:tagIds', (engine) => engine.valueUse('tagIds'));
  const [sought, setSought] = useState('');
  const [isAdding, setAdding] = useState(false);
  const counts = useMemo(() => new Map(uses?.map(({ value, count }) => [value, count])), [uses]);
  const shown = useMemo(() => {
    const wanted = foldText(sought.trim());
    return [...tags.values()]
      .filter((tag) => wanted === '' || foldText(tag.name).includes(wanted))
      .toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0) || a.name.localeCompare(b.name, 'zh-CN'));
  }, [tags, counts, sought]);
  return (
    <Section
      title={t('tags.title')}
      intro={t('tags.intro')}
      actions={
        <NewButton
          label={t('tags.new')}
          onPress={() => {
            setAdding(true);
          }}
        />
      }
    >
      {tags.size > 0 && (
        <div className={styles.search}>
          <SearchField label={t('tags.search')} placeholder={t('tags.search')} value={sought} onChange={setSought} />
          <span role="status" className={styles.found}>
            {t('tags.found', { count: shown.length })}
          </span>
        </div>
      )}
      {tags.size === 0 ? (
        <p className={lineStyles.empty}>{t('tags.empty')}</p>
      ) : (
        <TagLines tags={shown} counts={counts} />
      )}
      {isAdding && (
        <TagDialog
          tag={null}
          count={0}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </Section>
  );
}

function TagLines({ tags, counts }: { tags: readonly Tag[]; counts: ReadonlyMap<string, number> }) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: tags.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeightPx,
    getItemKey: (at) => tags[at]?.id ?? at,
    overscan: 8,
  });
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.lines}
        aria-label={t('tags.title')}
        style={{ blockSize: `${String(virtualizer.getTotalSize())}px` }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const tag = tags[index];
          return (
            tag && (
              <TagLine
                key={String(key)}
                tag={tag}
                count={counts.get(tag.id) ?? 0}
                place={index + 1}
                total={tags.length}
                topPx={start}
              />
            )
          );
        })}
      </ul>
    </div>
  );
}
