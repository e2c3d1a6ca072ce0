import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { FormOrder } from '#shared/self-update/make-form.ts';
import type { CustomerForm } from '../../../engine/api.ts';
import type { Engine } from '../../../engine/client-types.ts';

/** More at once would be no question to customers any more. */
export const mostForms = 1_000;
const formsAtOnce = 50;
const longestName = 60;

export interface Packed {
  content: Uint8Array<ArrayBuffer>;
  forms: Pick<CustomerForm, 'id' | 'formId'>[];
}

interface PackWords {
  /** How the page of a customer is called, without its ending. */
  fileName: (form: CustomerForm) => string;
  /** How the file with all messages is called. */
  messages: string;
}

/** A page for each customer, and what can be sent instead of them, in one packed file; `null` when stopped. */
export async function packForms(
  engine: Pick<Engine, 'makeForms'>,
  ids: readonly CustomerId[],
  order: FormOrder,
  { fileName, messages }: PackWords,
  signal: AbortSignal,
  onMade: (count: number) => void,
): Promise<Packed | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const add = (name: string, text: string) => {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(strToU8(text), true);
  };
  const taken = new Set<string>();
  const letters: string[] = [];
  const forms: Packed['forms'] = [];
  for (let at = 0; at < ids.length && !signal.aborted; at += formsAtOnce) {
    for (const form of await engine.makeForms(ids.slice(at, at + formsAtOnce), order)) {
      add(`${uniqueName(asName(fileName(form)), taken)}.html`, form.html);
      letters.push(form.message);
      forms.push({ id: form.id, formId: form.formId });
    }
    onMade(Math.min(ids.length, at + formsAtOnce));
  }
  if (signal.aborted) return null;
  add(`${asName(messages)}.txt`, letters.join('\n\n----\n\n'));
  zip.end();
  return { content: new Uint8Array(await new Blob(pieces).arrayBuffer()), forms };
}

/** A name that every system takes. */
export function asName(text: string): string {
  return text.replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '-').slice(0, longestName);
}

function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${name} ${String(count)}`;
  taken.add(unique.toLowerCase());
  return unique;
}
