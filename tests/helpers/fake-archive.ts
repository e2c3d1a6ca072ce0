import type { AnyRecord, RecordOf, Table } from '../../shared/domain/tables.ts';
import { dossierTables, isDossierTable, tableSchemas } from '../../shared/domain/tables.ts';
import { valueKey } from '../../shared/custom-fields/values.ts';
import type { CustomerId } from '../../shared/domain/customer/customer.ts';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import type { ArchiveLookup, ImportEdit, MatchHit, MatchKey } from '../../shared/imports/plan/plan.ts';
import { interactionKey, orderKey } from '../../shared/match/identity-keys.ts';
import { nameKey } from '../../shared/match/name-key.ts';
import { phoneMatchKey } from '../../shared/match/format-phone.ts';
import { normalizeEmail, normalizeUscc } from '../../shared/match/identifiers.ts';
import { compactText, foldText } from '../../shared/match/text.ts';

const at = '2026-11-21T08:00:00.000Z';

/** An archive in memory that answers an import as the engine does, and takes its edits. Every record is validated. */
export class FakeArchive implements ArchiveLookup {
  readonly #records = new Map<string, AnyRecord & { customerId?: string }>();

  apply(edits: readonly ImportEdit[]): void {
    for (const edit of edits) {
      const before = this.#records.get(`${edit.table}/${edit.id}`);
      if (edit.seen !== undefined && before?.version !== edit.seen) throw new Error('archive/conflict');
      const record = { ...edit.after, version: (before?.version ?? 0) + 1, createdAt: at, updatedAt: at };
      this.#records.set(`${edit.table}/${edit.id}`, tableSchemas[edit.table].parse(record));
    }
    for (const table of dossierTables) {
      for (const record of this.all(table)) {
        if (table !== 'customer' && !this.#records.has(`customer/${(record as { customerId: string }).customerId}`)) {
          throw new Error(`${table} without customer`);
        }
      }
    }
  }

  all<T extends Table>(table: T): RecordOf<T>[] {
    return [...this.#records]
      .filter(([key]) => key.startsWith(`${table}/`))
      .map(([, record]) => record as unknown as RecordOf<T>);
  }

  async matches(keys: MatchKey[]): Promise<MatchHit[][]> {
    const index = new Map<string, Set<string>>();
    const add = (key: string, id: string) => index.set(key, (index.get(key) ?? new Set()).add(id));
    for (const customer of this.all('customer')) {
      add(`name:${nameKey(customer.name)}`, customer.id);
      add(`code:${compactText(customer.code)}`, customer.id);
      if (customer.uscc) add(`uscc:${normalizeUscc(customer.uscc)}`, customer.id);
      for (const phone of customer.phones) add(`phone:${phoneMatchKey(phone)}`, customer.id);
      for (const { address } of customer.emails) add(`email:${normalizeEmail(address)}`, customer.id);
      for (const { account } of customer.ims) add(`im:${foldText(account).trim()}`, customer.id);
    }
    for (const order of this.all('order')) add(`orderNo:${compactText(order.no)}`, order.customerId);
    return keys.map((key) => [...(index.get(textOf(key)) ?? [])].map((id) => this.#hit(id)));
  }

  #hit(id: string): MatchHit {
    const customer = this.#records.get(`customer/${id}`) as unknown as RecordOf<'customer'>;
    const phone = customer.phones[0];
    return { id: customer.id, name: customer.name, phone: phone?.e164 ?? phone?.raw ?? '' };
  }

  async existing(keys: string[]): Promise<boolean[]> {
    const known = new Set([...this.all('order').map(orderKey), ...this.all('interaction').map(interactionKey)]);
    return keys.map((key) => known.has(key));
  }

  async dossiers(ids: CustomerId[]): Promise<Dossier[]> {
    const of = <T extends Table>(table: T, id: string) =>
      this.all(table).filter(
        (record) => isDossierTable(table) && (record as unknown as { customerId: string }).customerId === id,
      );
    return ids.map((id) => ({
      customerId: id,
      customer: this.#records.get(`customer/${id}`) as unknown as RecordOf<'customer'>,
      contact: of('contact', id),
      interaction: of('interaction', id),
      followUp: of('followUp', id),
      order: of('order', id),
      classChange: [],
      relation: of('relation', id),
      attachment: of('attachment', id),
      history: [],
    }));
  }

  async holders(fieldId: string, values: string[]) {
    const all = this.all('customer');
    return values.map((value) => all.filter(({ customFields }) => valueKey(customFields[fieldId]) === value));
  }

  async tags() {
    return this.all('tag');
  }
  async customFields() {
    return this.all('customField');
  }
  async receipts() {
    return this.all('importBatch');
  }

  async relationKinds() {
    return this.all('relationKind');
  }
  async words() {
    return this.all('word');
  }
  async products() {
    return this.all('product');
  }
}

function textOf(key: MatchKey): string {
  if ('phone' in key) return `phone:${key.phone}`;
  if ('name' in key) return `name:${nameKey(key.name)}`;
  if ('code' in key) return `code:${compactText(key.code)}`;
  if ('email' in key) return `email:${normalizeEmail(key.email)}`;
  if ('im' in key) return `im:${foldText(key.im).trim()}`;
  if ('uscc' in key) return `uscc:${normalizeUscc(key.uscc)}`;
  return `orderNo:${compactText(key.orderNo)}`;
}
