import type { Counts } from '#shared/ipc/contract.ts';
import { useT } from '../../platform/language.tsx';
import { Banner } from '../../ui/feedback/banner.tsx';
import { DescriptionList } from '../../ui/layout/description-list.tsx';

const told = ['customer', 'contact', 'interaction', 'followUp', 'order'] as const;

/** What a verified backup holds, in numbers. */
export function RestoreContents({ counts }: { counts: Counts }) {
  const t = useT();
  return (
    <Banner tone="good" title={t('restore.found')}>
      <DescriptionList
        items={told
          .filter((table) => (counts[table] ?? 0) > 0)
          .map((table) => ({
            id: table,
            term: t(`table.${table}`),
            value: (counts[table] ?? 0).toLocaleString('en-US'),
          }))}
      />
    </Banner>
  );
}
