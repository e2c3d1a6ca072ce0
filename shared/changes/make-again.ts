import { changedFields, fieldOf, isEqualValue, withField } from './record-content.ts';

/**
 * The change that turned the content `seen` into `meant`, made again to the content as it is by now. `null` where that would undo
 * somebody's work, since what it changes became something else meanwhile. Of a field of many values each is looked at by itself.
 * @param isOwn the same hands wrote what is there now: the later word of theirs holds
 */
export function makeAgain<D extends object>(seen: D, meant: D, now: D, isOwn = false): D | null {
  let made = now;
  for (const field of changedFields(seen, meant)) {
    const again = changeAgain(fieldOf(seen, field), fieldOf(meant, field), fieldOf(now, field), isOwn);
    if (!again) return null;
    made = withField(made, field, again.value);
  }
  return made;
}

function changeAgain(seen: unknown, meant: unknown, now: unknown, isOwn: boolean): { value: unknown } | null {
  if (isEqualValue(now, seen) || isEqualValue(now, meant)) return { value: meant };
  if (Array.isArray(seen) && Array.isArray(meant) && Array.isArray(now)) return changeListAgain(seen, meant, now);
  return isOwn ? { value: meant } : null;
}

/** One value became another in its place, some went, or some came at the end; anything else is too much to tell. */
function changeListAgain(seen: unknown[], meant: unknown[], now: unknown[]): { value: unknown } | null {
  const has = (list: readonly unknown[], value: unknown) => list.some((each) => isEqualValue(each, value));
  const gone = seen.filter((value) => !has(meant, value));
  const come = meant.filter((value) => !has(seen, value));
  const isOrderKept = isEqualValue(
    seen.filter((value) => has(meant, value)),
    meant.filter((value) => has(seen, value)),
  );
  if (!isOrderKept || gone.some((value) => !has(now, value))) return null;
  if (gone.length === 1 && come.length === 1 && !has(now, come[0])) {
    return { value: now.map((value) => (isEqualValue(value, gone[0]) ? come[0] : value)) };
  }
  const kept = now.filter((value) => !has(gone, value));
  return { value: [...kept, ...come.filter((value) => !has(kept, value))] };
}
