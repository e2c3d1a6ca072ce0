import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { customKey } from '#shared/filter/fields.ts';
import { cleanText } from '#shared/match/text.ts';
import { useEngineQuery } from '../../../engine/client/use-engine-query.ts';
import { useT } from '../../../platform/language.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import lineStyles from '../lines.module.css';
import styles from './fields.module.css';

/** An option being edited; `was` is what customers have. */
export interface OptionLine {
  key: number;
  was: string | null;
  word: string;
}

export function toOptionLines(options: readonly string[]): OptionLine[] {
  return options.map((word, key) => ({ key, was: word, word }));
}

export function optionsIn(lines: readonly OptionLine[]): string[] {
  return [...new Set(lines.map(({ word }) => cleanText(word)).filter((word) => word !== ''))];
}

/** What is called otherwise now. A word that was emptied or removed is renamed to nothing: its values stay as they are. */
export function renamesIn(lines: readonly OptionLine[]): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap(({ was, word }): [string, string][] => {
      const clean = cleanText(word);
      return was === null || clean === '' || was === clean ? [] : [[was, clean]];
    }),
  );
}

interface OptionListProps {
  lines: readonly OptionLine[];
  /** `null` while the field is new. */
  fieldId: string | null;
  onChange: (lines: OptionLine[]) => void;
}

/** The options of a choice: typed, renamed, moved, removed; Enter begins the next one. */
export function OptionList({ lines, fieldId, onChange }: OptionListProps) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const field = customKey(fieldId ?? '');
  const { data: uses = [] } = useEngineQuery(`value-use:${field}`, (engine) => engine.valueUse(field));
  const add = (after: number) => {
    const key = lines.reduce((last, line) => Math.max(last, line.key), 0) + 1;
    // Drawn at once: what is typed next belongs there.
    flushSync(() => {
      onChange(lines.toSpliced(after + 1, 0, { key, was: null, word: '' }));
    });
    list.current?.querySelectorAll('input')[after + 1]?.focus();
  };
  const move = (from: number, to: number) => {
    onChange(lines.toSpliced(from, 1).toSpliced(to, 0, ...lines.slice(from, from + 1)));
  };
  return (
    <div role="group" aria-label={t('fields.options')} className={styles.options}>
      <span className={styles.kindsLabel}>{t('fields.options')}</span>
      <ul ref={list} className={styles.optionList}>
        {lines.map((line, at) => {
          const count = uses.find((use) => use.value === line.was)?.count ?? 0;
          return (
            <li key={line.key} className={styles.option}>
              <TextField
                label={t('fields.option', { number: at + 1 })}
                isLabelHidden
                maxLength={60}
                value={line.word}
                onChange={(word) => {
                  onChange(lines.with(at, { ...line, word }));
                }}
                onEnter={() => {
                  add(at);
                }}
              />
              <span className={lineStyles.count}>{count > 0 && t('fields.count', { count })}</span>
              <IconButton
                size="small"
                label={t('fields.up', { field: line.word })}
                icon={<ArrowUp />}
                isDisabled={at === 0}
                onPress={() => {
                  move(at, at - 1);
                }}
              />
              <IconButton
                size="small"
                label={t('fields.down', { field: line.word })}
                icon={<ArrowDown />}
                isDisabled={at === lines.length - 1}
                onPress={() => {
                  move(at, at + 1);
                }}
              />
              <IconButton
                size="small"
                label={t('fields.removeOption', { option: line.word })}
                icon={<X />}
                onPress={() => {
                  onChange(lines.toSpliced(at, 1));
                }}
              />
            </li>
          );
        })}
      </ul>
      <Button
        kind="quiet"
        size="small"
        edge="start"
        icon={<Plus />}
        onPress={() => {
          add(lines.length - 1);
        }}
      >
        {t('fields.addOption')}
      </Button>
    </div>
  );
}
