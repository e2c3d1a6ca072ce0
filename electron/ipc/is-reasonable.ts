import { maxChunkBytes } from '#shared/ipc/contract.ts';

const deepest = 8;
const mostValues = 50_000;
const longestText = 64 * 1024;

/**
 * Whether a request is of a size and shape that any channel could want. Asked before the schemas look at it: they would count
 * the bytes of a hundred megabytes one by one, as if they were fields.
 */
export function isReasonable(input: unknown): boolean {
  let values = 0;
  function fits(value: unknown, depth: number): boolean {
    values += 1;
    if (values > mostValues || depth > deepest) return false;
    if (typeof value === 'string') return value.length <= longestText;
    if (typeof value !== 'object' || value === null) return true;
    if (ArrayBuffer.isView(value)) return value.byteLength <= maxChunkBytes;
    if (value instanceof ArrayBuffer) return false;
    for (const key in value) {
      if (!fits((value as Record<string, unknown>)[key], depth + 1)) return false;
    }
    return true;
  }
  return !ArrayBuffer.isView(input) && fits(input, 0);
}
