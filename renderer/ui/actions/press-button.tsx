import {
  createContext,
  useContext,
  useEffect,
  useRef,
  type ButtonHTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type Ref,
  type RefObject,
} from 'react';

/** What a menu or a small window has its button do; given by `OpenerContext` to the button that they are handed. */
export interface Opener {
  ref: RefObject<HTMLButtonElement | null>;
  kind: 'menu' | 'dialog';
  isOpen: boolean;
  open: (focus?: 'first' | 'last') => void;
}

export const OpenerContext = createContext<Opener | null>(null);

/** What it sets by itself; a caller's would be lost without a word. */
type OwnProps = 'disabled' | 'onClick' | 'onMouseDown' | 'onPointerDown' | 'tabIndex' | 'type';

export interface PressButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, OwnProps> {
  ref?: Ref<HTMLButtonElement>;
  isDisabled?: boolean | undefined;
  /** Left to the arrow keys of what it stands in. */
  excludeFromTabOrder?: boolean | undefined;
  /** By a click, Enter or the space bar; no press goes on to what the button stands in. */
  onPress?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  /** Shown by the window's one tooltip while the pointer rests on it or the keyboard is there. */
  tip?: string | undefined;
  tipKeys?: string | undefined;
}

/**
 * The browser's own button, which all buttons of the kit are. Those of React Aria, a hundred of which stand on a screen, took a
 * third of the time of drawing it.
 */
export function PressButton({ autoFocus = false, ...rest }: PressButtonProps) {
  return autoFocus ? <FocusedButton {...rest} /> : <PlainButton {...rest} />;
}

/** Takes the keyboard once the dialog that it came with may have it: before, an open dialog below would take it back. */
function FocusedButton(props: Omit<PressButtonProps, 'autoFocus' | 'ref'>) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  return <PlainButton {...props} ref={button} />;
}

function PlainButton({
  ref,
  isDisabled = false,
  excludeFromTabOrder = false,
  onPress,
  tip,
  tipKeys,
  onKeyDown,
  ...rest
}: Omit<PressButtonProps, 'autoFocus'>) {
  const opener = useContext(OpenerContext);
  const isMenu = opener?.kind === 'menu';
  return (
    <button
      {...rest}
      ref={opener ? opener.ref : ref}
      type="button"
      disabled={isDisabled}
      tabIndex={excludeFromTabOrder ? -1 : undefined}
      data-tip={tip}
      data-tip-keys={tipKeys}
      {...(opener && { 'aria-haspopup': opener.kind, 'aria-expanded': opener.isOpen })}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (opener && isMenu && openByArrow(event, opener)) return;
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.stopPropagation();
        // A key held down presses once.
        if (event.repeat) event.preventDefault();
      }}
      onPointerDown={(event: PointerEvent<HTMLButtonElement>) => {
        event.stopPropagation();
        // As menus everywhere, before the finger is up again.
        if (!isMenu || event.button !== 0 || event.pointerType !== 'mouse') return;
        event.currentTarget.focus({ preventScroll: true });
        opener.open();
      }}
      onMouseDown={(event) => {
        event.stopPropagation();
        // The keyboard is in the menu by now.
        if (isMenu) event.preventDefault();
      }}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        event.stopPropagation();
        onPress?.(event);
        if (opener && !opener.isOpen) opener.open(event.detail === 0 ? 'first' : undefined);
      }}
    />
  );
}

function openByArrow(event: KeyboardEvent, opener: Opener): boolean {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
  event.preventDefault();
  event.stopPropagation();
  opener.open(event.key === 'ArrowDown' ? 'first' : 'last');
  return true;
}
