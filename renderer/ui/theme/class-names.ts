/** Joins the class names that hold; the result is always a string, as the components underneath want it. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
