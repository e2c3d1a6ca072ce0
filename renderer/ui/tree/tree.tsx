import { ChevronDown, ChevronRight } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './tree.module.css';

export interface TreeNode {
  id: string;
  /** 1 for the outermost. */
  level: number;
  /** `null` for one that has nothing below it. */
  isOpen: boolean | null;
  children: ReactNode;
}

interface TreeProps {
  label: string;
  /** As they are drawn, from top to bottom. */
  nodes: readonly TreeNode[];
  /** Where the keyboard begins. */
  start?: string | undefined;
  onToggle: (id: string) => void;
  /** Enter or a double click. */
  onEnter: (id: string) => void;
}

/** An outline that opens and closes: arrow keys walk, right opens, left closes or climbs, Enter goes there. */
export function Tree({ label, nodes, start, onToggle, onEnter }: TreeProps) {
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = nodes.findIndex(({ id }) => id === (chosen ?? start));
  const active = Math.max(0, wanted);

  const focus = (at: number) => {
    const node = nodes[Math.max(0, Math.min(nodes.length - 1, at))];
    if (!node) return;
    setChosen(node.id);
    list.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(node.id)}"]`)?.focus();
  };
  const parentOf = (at: number) => {
    const level = nodes[at]?.level ?? 1;
    return nodes.findLastIndex((node, index) => index < at && node.level < level);
  };
  const handleKey = (event: KeyboardEvent) => {
    const node = nodes[active];
    if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
    const actions: Record<string, () => void> = {
      ArrowDown: () => {
        focus(active + 1);
      },
      ArrowUp: () => {
        focus(active - 1);
      },
      Home: () => {
        focus(0);
      },
      End: () => {
        focus(nodes.length - 1);
      },
      ArrowRight: () => {
        if (node.isOpen === false) onToggle(node.id);
        else if (node.isOpen === true) focus(active + 1);
      },
      ArrowLeft: () => {
        if (node.isOpen === true) onToggle(node.id);
        else if (parentOf(active) >= 0) focus(parentOf(active));
      },
      Enter: () => {
        onEnter(node.id);
      },
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  return (
    <ul ref={list} role="tree" aria-label={label} className={styles.tree} onKeyDown={handleKey}>
      {nodes.map((node, at) => (
        <li
          key={node.id}
          role="treeitem"
          data-node={node.id}
          tabIndex={at === active ? 0 : -1}
          aria-level={node.level}
          aria-selected={at === active}
          {...(node.isOpen !== null && { 'aria-expanded': node.isOpen })}
          className={styles.node}
          style={{ paddingInlineStart: `${String((node.level - 1) * 1.25)}rem` }}
          onFocus={() => {
            setChosen(node.id);
          }}
          onDoubleClick={() => {
            onEnter(node.id);
          }}
        >
          <span
            className={styles.toggle}
            aria-hidden="true"
            onClick={() => {
              if (node.isOpen !== null) onToggle(node.id);
            }}
          >
            {node.isOpen === null ? null : node.isOpen ? <ChevronDown /> : <ChevronRight />}
          </span>
          {node.children}
        </li>
      ))}
    </ul>
  );
}
