import type { Customer } from '#shared/domain/customer/customer.ts';
import { formatPhone } from '#shared/match/format-phone.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { compactText } from '#shared/match/text.ts';
import { searchKeys } from '#shared/match/pinyin.ts';
import type { BackupCustomer, BroughtBack } from '../api.ts';
import type { Archive, Written } from '../archive/archive.ts';
import {
  findInBackup,
  planBringBack,
  readBackup,
  type BringBackPlan,
  type InBackup,
  type Present,
} from '../archive/undo/bring-back.ts';
import { DossierFile } from '../archive/rows/dossier-file.ts';
import { filesNamedBy } from '../archive/rows/named-files.ts';
import type { MainPort } from '../ports.ts';

const shownAtMost = 50;

/** Reads the whole backup: it has no index, and it is read once for a question. */
export async function searchBackup(
  main: MainPort,
  archive: Archive,
  restoreId: string,
  text: string,
  isThere: Present['isThere'],
): Promise<BackupCustomer[]> {
  const wanted = compactText(text);
  const found: BackupCustomer[] = [];
  for await (const { files, catalogue } of readBackup(main, restoreId)) {
    for (const file of files) {
      const customer = customerIn(file);
      if (!customer || customer.mergedInto !== undefined || !answersTo(customer, wanted)) continue;
      const present = (await archive.cabinet.load([file.customerId])).get(file.customerId);
      const beside = { catalogue: archive.catalogue, others: new Map(), apart: new Set<string>(), isThere };
      const plan =
        present && planBringBack({ file, relations: [], merged: [], catalogue }, { file: present, ...beside }, '');
      const { id, name, phones, organization = '' } = customer;
      const phone = phones[0] ? formatPhone(phones[0]) : '';
      found.push({ id, name, phone, organization, state: stateOf(present, plan) });
      if (found.length >= shownAtMost) return found;
    }
  }
  return found;
}

export async function compareWithBackup(
  main: MainPort,
  archive: Archive,
  restoreId: string,
  customerId: string,
  isThere: Present['isThere'],
): Promise<BroughtBack> {
  const backup = await findInBackup(main, restoreId, customerId);
  const present = await presentOf(backup, archive, isThere);
  await refuseMerged(present.file, archive);
  const { changes, ...plan } = planBringBack(backup, present, '');
  const file = (await archive.cabinet.load([customerId])).get(customerId);
  return { ...plan, name: customerIn(backup.file)?.name ?? '', state: stateOf(file, { changes, ...plan }) };
}

export async function bringBack(
  main: MainPort,
  archive: Archive,
  restoreId: string,
  customerId: string,
  isThere: Present['isThere'],
  now: () => Date,
): Promise<Written | null> {
  const backup = await findInBackup(main, restoreId, customerId);
  await takeFiles(main, restoreId, backup.file);
  return archive.write(async () => {
    const at = now().toISOString();
    const present = await presentOf(backup, archive, isThere);
    await refuseMerged(present.file, archive);
    const { changes } = planBringBack(backup, present, at);
    return { reason: 'customer/bring-back', at, changes };
  });
}

async function presentOf(backup: InBackup, archive: Archive, isThere: Present['isThere']): Promise<Present> {
  const { customerId } = backup.file;
  const holders = backup.relations.map((relation) => relation.customerId);
  const merged = backup.merged.map(({ id }) => id);
  const files = await archive.cabinet.load([...new Set([customerId, ...holders, ...merged])]);
  const apart = new Set(
    backup.merged.flatMap(({ id, mergeTrace }) => {
      const now = files.get(id);
      if (!now || customerIn(now)?.mergedInto !== undefined) return [];
      return (mergeTrace?.records ?? []).flatMap((each) => (each.to ? [`${each.table}/${each.id}`] : []));
    }),
  );
  const file = files.get(customerId) ?? new DossierFile(customerId);
  return { file, catalogue: archive.catalogue, others: files, apart, isThere };
}

/** What was theirs lies with the survivor now: it would be there twice. */
async function refuseMerged(present: DossierFile, archive: Archive): Promise<void> {
  const { name = '', mergedInto } = customerIn(present) ?? {};
  if (mergedInto === undefined) return;
  const survivor = (await archive.cabinet.load([mergedInto])).get(mergedInto);
  failWith('merge/is-merged', { name, survivor: (survivor && customerIn(survivor)?.name) ?? '' });
}

/** The files come first: a record names only what lies on the disk. */
async function takeFiles(main: MainPort, restoreId: string, file: DossierFile): Promise<void> {
  const wanted = [...new Set(filesNamedBy(file))];
  if (wanted.length > 0) await main.call('restore/take-files', { restoreId, wanted });
}

function stateOf(present: DossierFile | undefined, plan: BringBackPlan | undefined): BackupCustomer['state'] {
  const customer = present && customerIn(present);
  if (!customer) return 'missing';
  if (customer.mergedInto !== undefined) return 'merged';
  if (customer.deletedAt) return 'bin';
  return plan && plan.changes.length > 0 ? 'different' : 'same';
}

function customerIn(file: DossierFile): Customer | null {
  return file.find('customer', file.customerId) as Customer | null;
}

function answersTo(customer: Customer, wanted: string): boolean {
  if (wanted === '') return true;
  const { name, reading, aliases, organization = '', code, phones } = customer;
  const keys = searchKeys(name, reading);
  const texts = [name, ...aliases, organization, code, keys.reading, ...phones.map(({ raw }) => raw)];
  return [...texts, keys.initials].flat().some((text) => compactText(text).includes(wanted));
}
