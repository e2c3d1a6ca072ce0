import { create } from 'zustand';

/** Long work that is under way, with the words to show for it. */
export interface Task {
  id: string;
  label: string;
  done: number;
  total: number;
}

/** In whole percent, none of what is not known yet. */
export function percentOf({ done, total }: Pick<Task, 'done' | 'total'>): number {
  return total > 0 ? Math.floor((100 * done) / total) : 0;
}

interface Activity {
  /** Writes that the journal has not acknowledged yet. */
  pendingWrites: number;
  tasks: readonly Task[];
  /** An undo of very many was asked to stop and has not answered yet. */
  isStoppingUndo: boolean;
}

/** While anything is here the window does not lock by itself, nor say "saved" for longer than is seen. On lock: empty by then, and reloaded. */
export const useActivity = create<Activity>(() => ({ pendingWrites: 0, tasks: [], isStoppingUndo: false }));

export function showTask(task: Task): void {
  useActivity.setState(({ tasks }) => ({ tasks: [...tasks.filter((other) => other.id !== task.id), task] }));
}

export function endTask(id: string): void {
  useActivity.setState(({ tasks }) => ({ tasks: tasks.filter((task) => task.id !== id) }));
}

/** Counts a write as pending until it settles. */
export async function trackWrite<T>(write: Promise<T>): Promise<T> {
  useActivity.setState(({ pendingWrites }) => ({ pendingWrites: pendingWrites + 1 }));
  try {
    return await write;
  } finally {
    useActivity.setState(({ pendingWrites }) => ({ pendingWrites: pendingWrites - 1 }));
  }
}

let workUnderWay = 0;

/** Counts what a write waits for, and the write itself. */
export async function trackWork<T>(work: Promise<T>): Promise<T> {
  workUnderWay += 1;
  try {
    return await work;
  } finally {
    workUnderWay -= 1;
  }
}

const lookAgainMs = 10;

/** Resolves when nothing is under way that a write is or waits for; not before the screens have drawn what was just decided. */
export async function workDone(): Promise<void> {
  const isUnderWay = (): boolean => workUnderWay > 0;
  do {
    await new Promise((resolve) => window.setTimeout(resolve, lookAgainMs));
  } while (isUnderWay());
}
