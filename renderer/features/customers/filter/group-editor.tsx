import { FolderPlus, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { deepest, isGroup, type Filter, type FilterGroup } from '#shared/filter/filter.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { SegmentedControl } from '../../../ui/fields/segmented-control.tsx';
import { ToggleChip } from '../../../ui/text/chip.tsx';
import { ConditionRow } from './condition-row.tsx';
import type { FilterVocabulary } from './field-options.ts';
import styles from './filter.module.css';
import { isFinished, newCondition } from './operators.ts';

interface GroupEditorProps {
  words: FilterVocabulary;
  group: FilterGroup;
  depth: number;
  onChange: (group: FilterGroup) => void;
  /** Absent for the outermost group. */
  onRemove?: () => void;
}

/** Conditions that all hold or of which one does; groups within groups. */
export function GroupEditor({ words, group, depth, onChange, onRemove }: GroupEditorProps) {
  const { t, customFields } = words;
  const { parts } = group;
  /** The part that was added last takes the focus; at first the one that the builder began with. */
  const [added, setAdded] = useState(() =>
    depth === 1 ? parts.findIndex((part) => !isGroup(part) && !isFinished(part)) : -1,
  );
  const replace = (at: number, part: Filter) => {
    onChange({ ...group, parts: parts.with(at, part) });
  };
  const add = (part: Filter) => {
    setAdded(parts.length);
    onChange({ ...group, parts: [...parts, part] });
  };
  const remove = (at: number) => {
    setAdded(-1);
    onChange({ ...group, parts: parts.toSpliced(at, 1) });
  };
  return (
    <div role="group" aria-label={t('filters.groupLabel')} className={depth === 1 ? styles.outermost : styles.group}>
      <div className={styles.groupHead}>
        <SegmentedControl
          label={t('filters.join')}
          segments={[
            { id: 'and', label: t('filters.join.and') },
            { id: 'or', label: t('filters.join.or') },
          ]}
          value={group.join}
          onChange={(join) => {
            onChange({ ...group, join });
          }}
        />
        <ToggleChip
          isSelected={group.not === true}
          onChange={(isOn) => {
            const { not: _before, ...rest } = group;
            onChange(isOn ? { ...rest, not: true } : rest);
          }}
        >
          {t('filters.notThis')}
        </ToggleChip>
        <span className={styles.push} />
        {onRemove && <IconButton label={t('filters.removeGroup')} icon={<X />} onPress={onRemove} />}
      </div>
      {parts.map((part, at) =>
        isGroup(part) ? (
          <GroupEditor
            key={`group-${String(at)}`}
            words={words}
            group={part}
            depth={depth + 1}
            onChange={(next) => {
              replace(at, next);
            }}
            onRemove={() => {
              remove(at);
            }}
          />
        ) : (
          <ConditionRow
            key={`condition-${String(at)}`}
            words={words}
            condition={part}
            number={at + 1}
            isNew={at === added}
            onChange={(next) => {
              replace(at, next);
            }}
            onRemove={() => {
              remove(at);
            }}
          />
        ),
      )}
      <div className={styles.adding}>
        <Button
          kind="quiet"
          edge="start"
          icon={<Plus />}
          onPress={() => {
            add(newCondition('value', customFields));
          }}
        >
          {t('filters.add')}
        </Button>
        {depth < deepest && (
          <Button
            kind="quiet"
            icon={<FolderPlus />}
            onPress={() => {
              add({
                join: group.join === 'and' ? 'or' : 'and',
                parts: [newCondition('value', customFields)],
              });
            }}
          >
            {t('filters.addGroup')}
          </Button>
        )}
      </div>
    </div>
  );
}
