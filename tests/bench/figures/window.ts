import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { Figure } from '../figure.ts';
import { timingOf } from '../measure.ts';
import { prepareArchive } from '../prepared-archive.ts';
import { searchKinds, wholeQueries } from '../queries.ts';
import { openDiskFlusher } from '../references/disk-flush.ts';
import { openKebu } from '../window/kebu-window.ts';
import { press } from '../window/press.ts';
import { timeBridge, timeEmptyPage, timeKey, timeLongestFrame, timeUnlock, type Start } from '../window/recorder.ts';
import type { Workbench } from '../workbench.ts';

const startBudgetsMs = { S: 500, M: 800, L: 1500 } as const;
const starts = 3;
const queriesPerKind = 3;
const floorKeys = 20;
const steps = 40;
const fullCards = 10;
/** Keys that change to each screen and back to the list, gone through so often. */
const screenKeys = ['Alt+1', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+2'];
const screenRounds = 4;
const saves = 40;
const bridgeQuestions = 40;
/** Between two things that are timed, for what the first one still draws. */
const settleMs = 400;
const scrollMs = 10_000;
/** After which the engine has read everything. */
const openedMs = 8_000;

/** What a person waits for, in a real window on a real disk. */
export async function measureWindow(bench: Workbench): Promise<Figure[]> {
  const dataDir = await bench.newArchive('window');
  const userDataDir = dirname(dataDir);
  const emptyDir = bench.newFolder('empty');
  await prepareArchive(join(emptyDir, 'data'), 1);

  const { usableMs: rebuiltMs } = await timeStart(userDataDir);
  const empty = await timeStarts(emptyDir);
  const start = await timeStarts(userDataDir);
  const memoryMB = await measureMemory(userDataDir);

  const kebu = await openKebu(userDataDir);
  const { page } = kebu;
  await unlock(page);
  const size = { size: bench.size };
  const emptyPage = await kebu.newEmptyPage();
  const floor = { what: 'one cell of an empty page', value: timingOf(await timeEmptyPage(emptyPage, floorKeys)).p95 };
  await emptyPage.context().close();
  const resultsMs = await timeSearch(page, bench, 'results');
  const searchMs = await timeSearch(page, bench, 'painted');
  const fullMs = await timeFullCards(page, bench);
  const stepMs = await timeSteps(page);
  const screenMs = await timeScreens(page);
  const saved = await timeSaves(page, dataDir);
  const bridgeMs = timingOf(await timeBridge(page, bridgeQuestions)).p50;
  const longestFrameMs = await timeScroll(page);
  await kebu.close();
  return [
    {
      ...size,
      name: 'restore/rebuild',
      what: 'database and index from the snapshot',
      unit: 's',
      value: rebuiltMs / 1000,
      budget: 90,
    },
    {
      ...size,
      name: 'start/usable list',
      what: `from the keys, median of ${starts}`,
      unit: 'ms',
      value: start.usableMs,
      budget: startBudgetsMs[bench.size],
      reference: { what: 'one customer', value: empty.usableMs },
      ...(bench.size === 'L' && { maxRatio: 3 }),
    },
    {
      ...size,
      name: 'start/keys',
      what: 'from the passphrase, with cheap derivation',
      unit: 'ms',
      value: start.unlockMs,
    },
    {
      ...size,
      name: 'search/first results',
      what: `painted, p95 of ${resultsMs.length} keys`,
      unit: 'ms',
      value: timingOf(resultsMs).p95,
      budget: 50,
      reference: floor,
    },
    {
      ...size,
      name: 'search/painted',
      what: `the last row too, p95 of ${searchMs.length} keys`,
      unit: 'ms',
      value: timingOf(searchMs).p95,
      reference: floor,
    },
    {
      ...size,
      name: 'card/full painted',
      what: `p95 of ${fullMs.length} cards with 500 entries`,
      unit: 'ms',
      value: timingOf(fullMs).p95,
      budget: 50,
      reference: floor,
    },
    {
      ...size,
      name: 'card/painted',
      what: `p95 of ${stepMs.length} next customers`,
      unit: 'ms',
      value: timingOf(stepMs).p95,
      budget: 50,
      reference: floor,
    },
    {
      ...size,
      name: 'screen/painted',
      what: `p95 of ${screenMs.length} changes, first visits too`,
      unit: 'ms',
      value: timingOf(screenMs).p95,
      budget: 50,
      reference: floor,
    },
    {
      ...size,
      name: 'save/from the key',
      what: `p95 of ${saves} contacts, ${bridgeMs.toFixed(1)} ms of it the stand-in's way to main and back`,
      unit: 'ms',
      value: timingOf(saved.saveMs).p95,
    },
    {
      ...size,
      name: 'save/stored',
      what: 'the same without that way, which Electron does not take',
      unit: 'ms',
      value: timingOf(saved.saveMs).p95 - bridgeMs,
      budget: 20,
      reference: { what: 'one fdatasync', value: timingOf(saved.flushMs).p95 },
      maxRatio: 5,
    },
    { ...size, name: 'list/longest frame', what: '10 s of wheel', unit: 'ms', value: longestFrameMs, budget: 32 },
    {
      ...size,
      name: 'window/memory',
      what: 'page and engine, after opening',
      unit: 'MB',
      value: memoryMB,
      budget: 700,
    },
  ];
}

function unlock(page: Page): Promise<Start> {
  return timeUnlock(page, () => press(page, 'Enter'));
}

async function timeStart(userDataDir: string): Promise<Start> {
  const kebu = await openKebu(userDataDir);
  // As long as nobody types faster: what the window reads meanwhile is not part of the start.
  await kebu.page.waitForTimeout(1000);
  const start = await unlock(kebu.page);
  await kebu.close();
  return start;
}

/** The medians of some starts; one more before them lets the image be written. */
async function timeStarts(userDataDir: string): Promise<Start> {
  await timeStart(userDataDir);
  const all: Start[] = [];
  for (let i = 0; i < starts; i++) all.push(await timeStart(userDataDir));
  const median = (part: keyof Start) => timingOf(all.map((start) => start[part])).p50;
  return { unlockMs: median('unlockMs'), usableMs: median('usableMs') };
}

/** After opening, once everything can be searched. In a window of its own, since collecting garbage slows down what follows. */
async function measureMemory(userDataDir: string): Promise<number> {
  const kebu = await openKebu(userDataDir);
  await unlock(kebu.page);
  await kebu.page.waitForTimeout(openedMs);
  const memoryMB = await kebu.memoryMB();
  await kebu.close();
  return memoryMB;
}

/** Types queries as people do and takes the time of every key that changed something. */
async function timeSearch(page: Page, bench: Workbench, moment: 'results' | 'painted'): Promise<number[]> {
  const dossiers = bench.someDossiers();
  const keysMs: (number | null)[] = [];
  await page.keyboard.press('/');
  for (const kind of searchKinds) {
    for (const query of wholeQueries(dossiers, kind, queriesPerKind)) {
      for (const character of query) keysMs.push(await timeKey(page, moment, () => type(page, character)));
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Backspace');
    }
  }
  return keysMs.filter((ms) => ms !== null);
}

/** Letters and digits are keys; characters come from the input method, without one. */
function type(page: Page, character: string): Promise<void> {
  return /[\x21-\x7e]/.test(character) ? press(page, character) : page.keyboard.insertText(character);
}

/** Finds people of whom most is known, one after the other, and opens each for the first time. */
async function timeFullCards(page: Page, bench: Workbench): Promise<number[]> {
  const phones = bench
    .manyDossiers()
    .filter(({ interaction, order }) => interaction.length + order.length === 500)
    .flatMap(({ customer }) => customer.phones[0]?.e164?.slice(-8) ?? []);
  const opensMs: (number | null)[] = [];
  for (const phone of phones.slice(0, fullCards)) {
    await page.keyboard.insertText(phone);
    await page.waitForTimeout(settleMs);
    opensMs.push(await timeKey(page, 'painted', () => press(page, 'ArrowDown')));
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(settleMs);
  }
  return opensMs.filter((ms) => ms !== null);
}

/** Goes round the screens. */
async function timeScreens(page: Page): Promise<number[]> {
  await listOf(page).focus();
  const changesMs: (number | null)[] = [];
  for (let round = 0; round < screenRounds; round++) {
    for (const key of screenKeys) changesMs.push(await timeKey(page, 'painted', () => press(page, key)));
  }
  return changesMs.filter((ms) => ms !== null);
}

/** Goes down the list, a card at a time. */
async function timeSteps(page: Page): Promise<number[]> {
  const stepsMs: (number | null)[] = [];
  for (let i = 0; i < steps; i++) stepsMs.push(await timeKey(page, 'painted', () => press(page, 'ArrowDown')));
  return stepsMs.filter((ms) => ms !== null);
}

/** Logs contacts with the open customer, and flushes a file beside the journal in turn. */
async function timeSaves(page: Page, dataDir: string): Promise<{ saveMs: number[]; flushMs: number[] }> {
  const flusher = openDiskFlusher(dataDir);
  const saveMs: number[] = [];
  const flushMs: number[] = [];
  const box = page.locator('article textarea');
  for (let i = 0; i < saves; i++) {
    flushMs.push(flusher.flush());
    await box.fill(`第 ${i + 1} 次联系，说下周再看`);
    saveMs.push((await timeKey(page, 'saved', () => press(page, 'Control+Enter'))) ?? 0);
  }
  flusher.close();
  return { saveMs, flushMs };
}

/** The calendar has a grid too, hidden once it was visited. */
function listOf(page: Page): Locator {
  return page.getByRole('grid', { name: '客户' });
}

async function timeScroll(page: Page): Promise<number> {
  await listOf(page).hover();
  return timeLongestFrame(page, scrollMs, () => page.mouse.wheel(0, 480));
}
