/** What is known about this machine when Kebu is to be started. */
export interface StartFacts {
  readonly platform: NodeJS.Platform;
  /** On Linux: an X11 or Wayland display. Elsewhere there always is one. */
  readonly hasDisplay: boolean;
  /** Asked for with `--stand-in`: Electron is left out even where it is installed. */
  readonly standInWanted: boolean;
  readonly electronPath: string | null;
  readonly electronFetchTried: boolean;
  readonly browserPath: string | null;
  /** Debian's package manager, and the right to use it. */
  readonly canInstallBrowser: boolean;
  readonly browserInstallTried: boolean;
}

export type StartStep =
  | { readonly do: 'run-electron'; readonly path: string }
  | { readonly do: 'fetch-electron' }
  | { readonly do: 'run-stand-in'; readonly browserPath: string }
  | { readonly do: 'install-browser' }
  | { readonly do: 'refuse'; readonly because: 'no-display' | 'no-browser' };

/** The next step towards an open window. Steps that fetch or install change the facts, and the question is asked again. */
export function decideHowToStart(facts: StartFacts): StartStep {
  if (facts.platform === 'linux' && !facts.hasDisplay) return { do: 'refuse', because: 'no-display' };
  if (!facts.standInWanted) {
    if (facts.electronPath) return { do: 'run-electron', path: facts.electronPath };
    if (!facts.electronFetchTried) return { do: 'fetch-electron' };
  }
  if (facts.browserPath) return { do: 'run-stand-in', browserPath: facts.browserPath };
  if (facts.canInstallBrowser && !facts.browserInstallTried) return { do: 'install-browser' };
  return { do: 'refuse', because: 'no-browser' };
}
