import { callMain } from '../platform/main-api.ts';

/** Fewer are what a day's work looks at; they leave no line in the audit log. */
const manyCustomers = 20;

/** Notes in the audit log that many customers left Kebu at once, on the clipboard or on paper. */
export function noteBulkRead(customers: number): void {
  if (customers < manyCustomers) return;
  // What is done is done, whether it could be written down or not.
  callMain('audit/note', { event: 'bulk-read', count: customers }).catch(() => undefined);
}
