import { useEffect, useMemo, useState } from 'react';
import { reportFailure } from '../display/report-failure.ts';
import type { OpenReport } from '../engine/api.ts';
import { EngineProvider } from '../engine/client/engine-context.tsx';
import type { UnsavedShelf } from '../engine/client/unsaved-shelf.ts';
import { useToday } from '../platform/clock.ts';
import { LanguageProvider } from '../platform/language.tsx';
import { useCurrency } from '../state/currency.ts';
import { usePreferences } from '../state/preferences.ts';
import { useSession } from '../state/session.ts';
import { ToastRegion } from '../ui/feedback/toast-region.tsx';
import { laterComponent, readAllWhenIdle } from '../ui/layout/later.ts';
import { KitProvider } from '../ui/theme/kit-provider.tsx';
import { applyPreferences } from './apply-preferences.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { kitFormats, kitLocale, kitWords } from './kit-settings.ts';
import { LeavingScreen } from './leaving-screen.tsx';
import { LockScreen } from './lock/lock-screen.tsx';
import { OpeningScreen } from './opening-screen.tsx';
import { openEngine } from './session/session.ts';
import { announcer } from './shell/announcer.ts';
import { Shell } from './shell/shell.tsx';

/** Pages that an archive shows once in its life or never. */
const FirstRun = laterComponent(async () => (await import('./first-run/first-run.tsx')).FirstRun);
const AheadScreen = laterComponent(async () => (await import('./recovery/ahead-screen.tsx')).AheadScreen);
const LossScreen = laterComponent(async () => (await import('./recovery/loss-screen.tsx')).LossScreen);
const RecoveryScreen = laterComponent(async () => (await import('./recovery/recovery-screen.tsx')).RecoveryScreen);

/** The window: one of a few pages, by how far the archive is open. */
export function App() {
  const preferences = usePreferences();
  const { language } = preferences;
  const region = useSession(({ info }) => info?.region ?? '');
  const today = useToday();
  const words = useMemo(() => kitWords(language), [language]);
  const currency = useCurrency();
  const formats = useMemo(() => kitFormats(language, today, currency), [language, today, currency]);

  useEffect(() => {
    applyPreferences(preferences, region);
  }, [preferences, region]);
  // Whoever types the passphrase gives time to read what comes behind it.
  useEffect(readAllWhenIdle, []);
  useEffect(() => {
    const report = (event: PromiseRejectionEvent): void => {
      reportFailure(event.reason);
    };
    window.addEventListener('unhandledrejection', report);
    return () => {
      window.removeEventListener('unhandledrejection', report);
    };
  }, []);

  return (
    <LanguageProvider language={language}>
      <KitProvider locale={kitLocale(language, currency)} words={words} formats={formats}>
        <ErrorBoundary>
          <CurrentPage />
        </ErrorBoundary>
        <ToastRegion />
      </KitProvider>
    </LanguageProvider>
  );
}

function CurrentPage() {
  const phase = useSession((state) => state.phase);
  switch (phase.name) {
    case 'starting':
      return null;
    case 'first-run':
      return <FirstRun />;
    case 'locked':
      return <LockScreen />;
    case 'opening':
      return <OpeningScreen progress={phase.progress} />;
    case 'open':
      return <OpenPage report={phase.report} unsaved={phase.unsaved} />;
    case 'leaving':
      return <LeavingScreen step={phase.step} />;
    case 'recovery':
      return <RecoveryScreen error={phase.error} />;
  }
}

/** The archive, or first why nothing can be written to it. */
function OpenPage({ report, unsaved }: { report: OpenReport; unsaved: UnsavedShelf }) {
  const [engine] = useState(openEngine);
  const [isLooking, setLooking] = useState(false);
  const look = (): void => {
    setLooking(true);
  };
  return (
    <EngineProvider engine={engine} announcer={announcer} unsaved={unsaved}>
      {isLooking || !isToBeDecided(report) ? (
        <Shell report={report} />
      ) : report.found === 'ahead' ? (
        <AheadScreen onLook={look} />
      ) : (
        <LossScreen report={report} onGoOn={look} />
      )}
    </EngineProvider>
  );
}

/** Something is missing, or may be: the person decides what to go on with before anything else is shown. */
function isToBeDecided({ found, damage }: OpenReport): boolean {
  return found === 'ahead' || (damage !== null && (found === 'wiped' || found === 'outdated' || found === 'damaged'));
}
