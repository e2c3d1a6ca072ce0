import { ArrowDown, ArrowUp, Eye, EyeOff, Ellipsis, Merge, Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { isOwnCode } from '#shared/domain/customer/customer.ts';
import { ownKindOf } from '#shared/domain/relation/relation-role.ts';
import { isCodedList } from '#shared/words/coded-words.ts';
import type { Rewrite } from '#shared/rewrite/rewrite.ts';
import type { Edit } from '../../../engine/api.ts';
import { useCommit } from '../../../engine/client/use-commit.ts';
import { newId } from '../../../platform/ids.ts';
import { useT } from '../../../platform/language.tsx';
import { IconButton } from '../../../ui/actions/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../ui/overlays/menu.tsx';
import { Chip } from '../../../ui/text/chip.tsx';
import lineStyles from '../lines.module.css';
import { JoinDialog } from './join-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { isOfFollowUps, type CountedList, type CountedWord } from './use-listed.ts';
import { dropWord, moveWord, putWord } from './word-edits.ts';
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
  const isCode = isCodedList(list) || list === 'relation';
  const isOwnKind = ownKindOf(key) !== null && list === 'relation';
  const close = () => {
    setOpen(null);
  };
  const write = (edits: Edit[], sentence: string) =>
    commit((engine) => engine.commit('dictionary/edit', edits), sentence);
  const rewrite = (to: string | null, besides: Edit[], sentence: string) => {
    if (isOfFollowUps(list)) return write(besides, sentence);
    const renames: Rewrite = { kind: 'words', field: list === 'relation' ? 'relations' : list, renames: { [key]: to } };
    return commit((engine) => engine.commitRewrite([renames], 'dictionary/edit', besides), sentence);
  };
  const join = (into: CountedWord) => {
    // A word that Kebu brings along cannot go; it is offered no more.
    const isOwn = isCodedList(list) ? isOwnCode(key) : !isCode;
    const besides = isOwn ? dropWord(word) : [putWord(list, word, { hidden: true }, newId)];
    return rewrite(into.key, besides, t('words.joined', { from: label, into: into.label, count }));
  };
  const rename = (to: string) => {
    const other = words.find((each) => each.label === to && each.key !== key);
    if (other && list !== 'relation' && !isOfFollowUps(list)) return join(other);
    if (isCode) {
      const sentence = isOfFollowUps(list) ? 'words.renamedOnly' : 'words.renamed';
      return write([putWord(list, word, { name: to }, newId)], t(sentence, { word: label, to, count }));
    }
    const about = word.record ? [putWord(list, word, { key: to }, newId)] : [];
    return rewrite(to, about, t('words.renamed', { word: label, to, count }));
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
        void write(
          [putWord(list, word, { hidden: isHidden ? undefined : true }, newId)],
          t(isHidden ? 'words.shown' : 'words.hid', { word: label }),
        );
      },
    },
    ...(isCode && !(isCodedList(list) && isOwnCode(key))
      ? []
      : [
          {
            id: 'remove',
            label: t(isOfFollowUps(list) ? 'words.delete' : 'words.remove'),
            icon: <X />,
            onAction: () => {
              const sentence = isOfFollowUps(list) ? 'words.placeRemoved' : 'words.removed';
              void rewrite(null, dropWord(word), t(sentence, { word: label, count }));
            },
          },
        ]),
  ];
  const at = words.indexOf(word);
  const move = (by: -1 | 1) => {
    void write(moveWord(list, words, key, by, newId), t('fields.moved', { field: label }));
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
