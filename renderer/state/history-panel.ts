import { create } from 'zustand';

interface HistoryPanel {
  isOpen: boolean;
  /** The change set whose undo met later work, while the person is asked about it. */
  undoInQuestion: string | null;
}

/** The list of all changes, over whatever screen. On lock: the window reloads, which closes it. */
export const useHistoryPanel = create<HistoryPanel>(() => ({ isOpen: false, undoInQuestion: null }));

export function openHistory(): void {
  useHistoryPanel.setState({ isOpen: true });
}

export function closeHistory(): void {
  useHistoryPanel.setState({ isOpen: false });
}

/** Asks what is to become of work that came after a change which is to be taken back. */
export function askAboutUndo(changeSetId: string | null): void {
  useHistoryPanel.setState({ undoInQuestion: changeSetId });
}
