/** What the bundler knows of a module: who names it, in the same file or to be read later. */
interface Modules {
  getModuleInfo(id: string): { importers: readonly string[]; dynamicImporters: readonly string[] } | null;
}

/** Screens of the rail; what stands in their place when something went wrong is small. */
const railScreen = /(?<!ahead|loss|recovery)-screen$/;
/** Dialogs of the list and the card, all of them read soon after the start. */
const dialogsIn = 'renderer/features/customers/dialogs.ts';
/** What only a dialog reads, later still. */
const dialogsAndWithin = new Set(['dialogs', 'pdf-view', 'text-view']);

/**
 * The file that a module of the window goes into; `null` leaves that to the bundler, which makes one for each set of modules that
 * the same parts use: a hundred and ninety, all of which every start reads. What most screens need, the list and the card by
 * themselves, and the dialogs are one file each. Large libraries are read by themselves, when they are needed.
 */
export function fileOfModule(id: string, modules: Modules): string | null {
  if (/\?|worker/.test(id)) return null;
  const parts = partsThatUse(id, modules);
  if (parts.has('dialogs') && [...parts].every((part) => dialogsAndWithin.has(part))) return 'dialogs';
  if (!parts.has('customers-screen')) return null;
  const screens = [...parts].filter((part) => railScreen.test(part));
  if (screens.length === 1) return 'list';
  // Not every module of a library that is named is needed, and the large ones are not needed by every screen.
  return screens.length > 2 && !/node_modules.(?!lucide-react)/.test(id) ? 'parts' : null;
}

/** Names of what is read later by itself and needs this module for it. */
function partsThatUse(id: string, modules: Modules): Set<string> {
  const parts = new Set<string>();
  const users = new Set([id]);
  for (const user of users) {
    const { importers = [], dynamicImporters = [] } = modules.getModuleInfo(user) ?? {};
    if (dynamicImporters.length > 0) {
      const isDialog = dynamicImporters.every((importer) => importer.endsWith(dialogsIn));
      parts.add(isDialog ? 'dialogs' : (/([^/]+)\.\w+$/.exec(user)?.[1] ?? user));
    }
    // What is added to a set while it is gone through comes up too.
    for (const importer of importers) users.add(importer);
  }
  return parts;
}
