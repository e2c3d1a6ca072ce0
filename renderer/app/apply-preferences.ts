import { likelyPaper } from '#shared/print/paper-sizes.ts';
import type { Preferences } from '#shared/ipc/contract.ts';

/** Writes what style sheets read from the root element. */
export function applyPreferences(
  { language, theme, textSizePercent, density, paper }: Preferences,
  region: string,
): void {
  const root = document.documentElement;
  root.lang = language;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.dataset['density'] = density;
  root.dataset['paper'] = paper?.size ?? likelyPaper(region).size;
  root.style.setProperty('--text-scale', String(textSizePercent / 100));
}
