import type { Preferences } from '#shared/ipc/contract.ts';

/** Writes what tokens.css reads from the root element. */
export function applyPreferences({ language, theme, textSizePercent, density }: Preferences): void {
  const root = document.documentElement;
  root.lang = language;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  root.dataset['density'] = density;
  root.style.setProperty('--text-scale', String(textSizePercent / 100));
}
