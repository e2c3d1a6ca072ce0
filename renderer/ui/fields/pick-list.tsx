import { ChevronDown } from 'lucide-react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Header,
  ListBox,
  ListBoxSection,
  Popover,
  SearchField,
  Input,
} from 'react-aria-components';
import { useState, type KeyboardEvent } from 'react';
import { fieldStyles } from './field.tsx';
import { OptionItem, optionStyles, type Option } from './options.tsx';
import styles from './pick-list.module.css';
import { isComposing } from '../theme/keyboard.ts';
import { useKit } from '../theme/kit-provider.tsx';

export interface PickSection {
  id: string;
  title?: string;
  options: readonly Option[];
}

interface PickListProps {
  label: string;
  /** Above the button; else only read out. */
  isLabelShown?: boolean;
  /** On the button while nothing is chosen, and over the list's search box. */
  placeholder: string;
  sections: readonly PickSection[];
  chosen: readonly string[];
  /** What the button says; the chosen labels when absent. */
  summary?: string | undefined;
  isMultiple?: boolean;
  autoFocus?: boolean;
  /** The list is open from the beginning. */
  startsOpen?: boolean;
  onChange: (ids: string[]) => void;
  /** The list was closed, with or without a choice. */
  onClose?: () => void;
}

/** The list says itself what it is called; around it, the name of its button would stand outside of every landmark. */
const nameless = '';

/** More than this cannot be looked through; typing narrows the list down. */
const mostShown = 200;

/** One or several choices of a long list: a button, and a list in which typing finds. */
export function PickList({
  label,
  isLabelShown = false,
  placeholder,
  sections,
  chosen,
  summary,
  isMultiple = false,
  autoFocus = false,
  startsOpen = false,
  onChange,
  onClose,
}: PickListProps) {
  const { formats, words } = useKit();
  const [isOpen, setIsOpen] = useState(startsOpen);
  const [sought, setSought] = useState('');
  const options = sections.flatMap((section) => section.options);
  const labels = options.filter((option) => chosen.includes(option.id)).map((option) => option.label);
  const shown = summary ?? (labels.length > 0 ? formats.words(labels) : placeholder);
  const wanted = fold(sought);
  const matching = sections.map((section) => ({
    ...section,
    options: section.options.filter((option) => wanted === '' || fold(option.label).includes(wanted)),
  }));
  const found = firstOf(matching);
  const hiddenCount = countOf(matching) - countOf(found);
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next);
        setSought('');
        if (!next) onClose?.();
      }}
    >
      <div className={fieldStyles.field}>
        {isLabelShown && (
          <span className={fieldStyles.label} aria-hidden="true">
            {label}
          </span>
        )}
        <Button className={styles.button ?? ''} aria-label={`${label}: ${shown}`} autoFocus={autoFocus}>
          <span className={styles.value} data-placeholder={chosen.length === 0 || undefined}>
            {shown}
          </span>
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <Popover aria-labelledby={nameless} className={optionStyles.popover} offset={4} placement="bottom start">
        <Dialog aria-label={label} className={styles.dialog ?? ''}>
          <Autocomplete inputValue={sought} onInputChange={setSought}>
            <SearchField aria-label={label} autoFocus className={styles.search ?? ''}>
              <Input placeholder={placeholder} className={styles.input ?? ''} onKeyDownCapture={keepComposed} />
            </SearchField>
            <ListBox
              aria-label={label}
              className={styles.list ?? ''}
              escapeKeyBehavior="none"
              renderEmptyState={() => <p className={styles.none}>{words.noMatch}</p>}
              selectionMode={isMultiple ? 'multiple' : 'single'}
              selectedKeys={chosen}
              disallowEmptySelection={!isMultiple}
              onSelectionChange={(keys) => {
                const picked = options.filter((option) => keys === 'all' || keys.has(option.id));
                onChange(picked.map((option) => option.id));
                if (!isMultiple) setIsOpen(false);
              }}
            >
              {found.map((section) => (
                <ListBoxSection key={section.id} aria-label={section.title ?? label}>
                  {section.title !== undefined && <Header className={styles.title ?? ''}>{section.title}</Header>}
                  {section.options.map((option) => (
                    <OptionItem
                      key={option.id}
                      option={isMultiple ? { ...option, icon: chosen.includes(option.id) ? '✓' : '' } : option}
                    />
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
            {hiddenCount > 0 && <p className={styles.more}>{words.moreToFind(hiddenCount)}</p>}
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** React Aria and the browser would empty the box at the key that ends a composition. */
function keepComposed(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !isComposing(event)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Alike for letters of any case, width and accent; a locale's own comparison takes seconds for ten thousand. */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function countOf(sections: readonly PickSection[]): number {
  return sections.reduce((count, section) => count + section.options.length, 0);
}

/** As much of the sections as is shown, without empty ones. */
function firstOf(sections: readonly PickSection[]): PickSection[] {
  let room = mostShown;
  return sections.flatMap((section) => {
    const options = section.options.slice(0, room);
    room -= options.length;
    return options.length > 0 ? [{ ...section, options }] : [];
  });
}
