import {
  findReference,
  referenceKeys,
  type FoundReference,
  type ReferenceKey,
} from '../../custom-fields/references.ts';
import type { CustomerId } from '../../domain/customer/customer.ts';
import { nameKey } from '../../match/name-key.ts';
import { phoneMatchKey } from '../../match/format-phone.ts';
import { compactText } from '../../match/text.ts';
import { keyText, matchAll } from './find-in-archive.ts';
import type { ArchiveLookup, Policy } from './plan.ts';
import { replaceAfter, withNoteLine, type Written } from './written.ts';

/** A value of a field that means another customer, as the file writes it. */
export interface WantedReference {
  fieldId: string;
  label: string;
  text: string;
}

interface ReferencesToFind {
  written: readonly Written[];
  /** What each of them refers to. */
  wanted: ReadonlyMap<Written, readonly WantedReference[]>;
  policy: Policy;
  onProblem: (result: Written, reference: WantedReference, why: Extract<FoundReference, { problem: unknown }>) => void;
}

/**
 * Turns what the file writes into those who are meant: customers of the file itself, and of the archive. What means nobody, or
 * several, is kept in the note and told.
 */
export async function resolveReferences(
  { written, wanted, policy, onProblem }: ReferencesToFind,
  lookup: ArchiveLookup,
): Promise<void> {
  const all = [...wanted.values()].flat();
  if (all.length === 0) return;
  const inFile = indexFile(written);
  const archived = await matchAll(
    lookup,
    all.flatMap(({ text }) => referenceKeys(text)),
  );
  const hitsOf = (key: ReferenceKey): { id: CustomerId }[] => [
    ...(inFile.get(fileKey(key)) ?? []).map((id) => ({ id })),
    ...(archived.get(keyText(key)) ?? []),
  ];
  for (const [result, references] of wanted) {
    for (const reference of references) {
      const { customFields } = result.after;
      if (policy !== 'overwrite' && customFields[reference.fieldId] !== undefined) continue;
      const found = findReference(reference.text, hitsOf, result.id);
      if ('problem' in found) {
        const after = withNoteLine(result.after, `${reference.label}: ${reference.text}`);
        if (after !== result.after) replaceAfter(result, after);
        onProblem(result, reference, found);
      } else if (customFields[reference.fieldId] !== found.id) {
        const values = { ...customFields, [reference.fieldId]: found.id };
        replaceAfter(result, { ...result.after, customFields: values });
      }
    }
  }
}

function indexFile(written: readonly Written[]): Map<string, CustomerId[]> {
  const found = new Map<string, CustomerId[]>();
  for (const { id, after } of written) {
    const phones = after.phones.map(phoneMatchKey).filter((phone) => phone !== '');
    const keys: ReferenceKey[] = [
      ...(after.code === '' ? [] : [{ code: after.code }]),
      { name: after.name },
      ...phones.map((phone) => ({ phone })),
    ];
    for (const key of keys.map(fileKey)) {
      const ids = found.get(key);
      if (ids) ids.push(id);
      else found.set(key, [id]);
    }
  }
  return found;
}

function fileKey(key: ReferenceKey): string {
  if ('code' in key) return `code:${compactText(key.code)}`;
  return 'name' in key ? `name:${nameKey(key.name)}` : `phone:${key.phone}`;
}
