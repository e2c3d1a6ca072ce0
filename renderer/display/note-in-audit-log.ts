import type { ReportedEvent } from '#shared/audit/audit-entry.ts';
import { callMain } from '../platform/main-api.ts';

/** Fewer are what a day's work looks at; they leave no line in the audit log. */
const manyCustomers = 20;

/** Notes in the audit log that many customers left Kebu at once, on the clipboard. */
export function noteBulkRead(customers: number): void {
  if (customers >= manyCustomers) note('bulk-read', customers);
}

/** Notes in the audit log that customers were put on paper, however few. */
export function notePrinted(customers: number): void {
  note('printed', customers);
}

function note(event: ReportedEvent, count: number): void {
  // What is done is done, whether it could be written down or not.
  callMain('audit/note', { event, count }).catch(() => undefined);
}
