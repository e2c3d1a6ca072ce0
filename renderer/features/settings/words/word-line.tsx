import { ArrowDown, ArrowUp, Eye, EyeOff, Ellipsis, Merge, Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { ownKindOf } from '#shared/domain/relation/relation-role.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../ui/overlays/menu.tsx';
import { Chip } from '../../../ui/text/chip.tsx';
import lineStyles from '../lines.module.css';
import { isOfFollowUps, type CountedList, type CountedWord } from './counted-words.ts';
import { JoinDialog } from './join-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { moveWord, putWord } from './word-edits.ts';
import { isRemovable, planJoin, planRemoval, planRename, wordCalledSo, type WordPlan } from './word-plans.ts';
import styles from './words.module.css';

interface WordLineProps {
  list: CountedList;
  word: CountedWord;
  /** All words of the list, in their order. */
  words: readonly CountedWord[];
}

export function WordLine({ list, word, words }: WordLineProps) {
  const t = useT();
  const commit = useCommit();
  const [isOpen, setOpen] = useState<'rename' | 'join' | null>(null);
  const { key, label, count, isHidden } = word;
  /** Otherwise there is nobody to take it from. */
  const isUsed = !isOfFollowUps(list) && count > 0;
  const isOwnKind = ownKindOf(key) !== null && list === 'relation';
  const close = () => {
    setOpen(null);
  };
  const write = ({ edits, rewrite }: WordPlan, sentence: string) =>
    commit(
      (engine) =>
        rewrite ? engine.commitRewrite([rewrite], 'dictionary/edit', edits) : engine.commit('dictionary/edit', edits),
      sentence,
    );
  const join = (into: CountedWord) =>
    write(planJoin(list, word, into, newId), t('words.joined', { from: label, into: into.label, count }));
  const rename = (to: string) => {
    const other = wordCalledSo(list, words, word, to);
    if (other) return join(other);
    const sentence = isOfFollowUps(list) ? 'words.renamedOnly' : 'words.renamed';
    return write(planRename(list, word, to, newId), t(sentence, { word: label, to, count }));
  };
  const entries: MenuEntry[] = [
    {
      id: 'join',
      label: t('words.joinInto'),
      icon: <Merge />,
      isDisabled: words.length < 2 || isOfFollowUps(list),
      onAction: () => {
        setOpen('join');
      },
    },
    {
      id: 'hide',
      label: t(isHidden ? 'words.show' : 'words.hide'),
      icon: isHidden ? <Eye /> : <EyeOff />,
      onAction: () => {
        const edits = [putWord(list, word, { hidden: isHidden ? undefined : true }, newId)];
        void write({ edits, rewrite: null }, t(isHidden ? 'words.shown' : 'words.hid', { word: label }));
      },
    },
    ...(isRemovable(list, key)
      ? [
          {
            id: 'remove',
            label: t(isUsed ? 'words.remove' : 'words.delete'),
            icon: <X />,
            onAction: () => {
              const sentence = isUsed ? 'words.removed' : 'words.placeRemoved';
              void write(planRemoval(list, word), t(sentence, { word: label, count }));
            },
          },
        ]
      : []),
  ];
  const at = words.indexOf(word);
  const move = (by: -1 | 1) => {
    const edits = moveWord(list, words, key, by, newId);
    void write({ edits, rewrite: null }, t('fields.moved', { field: label }));
  };
  return (
    <li className={lineStyles.line}>
      <span className={styles.word} data-hidden={isHidden}>
        {label}
      </span>
      {isHidden && <Chip>{t('words.hidden')}</Chip>}
      <span className={lineStyles.about} />
      {!isOfFollowUps(list) && (
        <span className={lineStyles.count}>
          {t(list === 'relation' ? 'words.relations' : 'fields.count', { count })}
        </span>
      )}
      <IconButton
        size="small"
        label={t('fields.up', { field: label })}
        icon={<ArrowUp />}
        isDisabled={at === 0}
        onPress={() => {
          move(-1);
        }}
      />
      <IconButton
        size="small"
        label={t('fields.down', { field: label })}
        icon={<ArrowDown />}
        isDisabled={at === words.length - 1}
        onPress={() => {
          move(1);
        }}
      />
      <IconButton
        size="small"
        label={t('words.renameOne', { word: label })}
        icon={<Pencil />}
        isDisabled={isOwnKind}
        onPress={() => {
          setOpen('rename');
        }}
      />
      <Menu
        label={t('fields.more', { field: label })}
        trigger={<IconButton size="small" label={t('fields.more', { field: label })} icon={<Ellipsis />} />}
        groups={[{ id: 'all', entries }]}
      />
      {isOpen === 'rename' && (
        <RenameDialog word={word} words={isOfFollowUps(list) ? [] : words} onRename={rename} onClose={close} />
      )}
      {isOpen === 'join' && <JoinDialog list={list} word={word} words={words} onJoin={join} onClose={close} />}
    </li>
  );
}
