import type { ComparisonSummary, ImportProgress, PlanSummary, Preview } from './protocol.ts';

export type Progress = { stage: ImportProgress['stage'] | 'write'; done: number; total: number };

/** What goes on while the file is read anew behind what is shown of it; `null` when nothing does. */
export type Reading = Progress | null;

/** How far a file is on its way into the archive. */
export type Step =
  | { name: 'idle' }
  | { name: 'busy'; fileName: string; label: string | null; progress: Progress | null }
  | { name: 'preview'; fileName: string; preview: Preview; reading: Reading }
  | { name: 'plan'; fileName: string; plan: PlanSummary; preview: Preview; reading: Reading }
  | {
      name: 'compare';
      fileName: string;
      preview: Preview;
      summary: ComparisonSummary;
      reading: Reading;
      /** What is decided was left here before. */
      isBroughtBack: boolean;
    }
  | { name: 'done'; fileName: string; plan: PlanSummary; preview: Preview; changeSetId: string | null };
