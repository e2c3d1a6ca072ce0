import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { Figure } from '../figure.ts';
import { timingOf } from '../measure.ts';
import { prepareArchive } from '../prepared-archive.ts';
import { searchKinds, wholeQueries } from '../queries.ts';
import { openDiskFlusher } from '../references/disk-flush.ts';
import { openKebu } from '../window/kebu-window.ts';
import { press } from '../window/press.ts';
import {
  beginPictures,
  putUp,
  rollingPicture,
  takePicture,
  timeStillPictures,
  type StillPictures,
} from '../window/still-pictures.ts';
import {
  timeBridge,
  timeEmptyPage,
  timeKey,
  timeLongestFrame,
  timeUnlock,
  type Moment,
  type Start,
} from '../window/recorder.ts';
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
/** Four notches each time: some twelve thousand pixels a second. */
const wheelPx = 480;
/** Asking where the list stands slows the wheel down. */
const turnsBetweenLooks = 10;
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
  const onBarePage = async <T>(time: (bare: Page) => Promise<T>): Promise<T> => {
    const bare = await kebu.newEmptyPage();
    const timed = await time(bare);
    await bare.context().close();
    return timed;
  };
  const drawn = async (pictures: StillPictures) => ({
    what: 'the same put up by a bare page',
    value: timingOf(await onBarePage((bare) => timeStillPictures(bare, pictures))).p95,
  });
  const cellMs = timingOf(await onBarePage((bare) => timeEmptyPage(bare, floorKeys))).p95;
  const results = await timeSearch(page, bench, 'results');
  const search = await timeSearch(page, bench, 'painted');
  const full = await timeFullCards(page, bench);
  const step = await timeSteps(page);
  const screen = await timeScreens(page);
  const saved = await timeSaves(page, dataDir);
  const bridgeMs = timingOf(await timeBridge(page, bridgeQuestions)).p50;
  const rolling = await rollingPicture(page);
  const longestFrameMs = await timeScroll(page);
  const longestStillFrameMs = await onBarePage(async (bare) => {
    await putUp(bare, rolling);
    return timeScroll(bare);
  });
  const stills = {
    results: await drawn(results.pictures),
    full: await drawn(full.pictures),
    step: await drawn(step.pictures),
    screen: await drawn(screen.pictures),
  };
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
      what: `painted, p95 of ${results.keysMs.length} keys`,
      ...painted(results, stills.results),
    },
    {
      ...size,
      name: 'search/painted',
      what: `the last row too, p95 of ${search.keysMs.length} keys`,
      unit: 'ms',
      value: timingOf(search.keysMs).p95,
      reference: { what: 'one cell of an empty page', value: cellMs },
    },
    {
      ...size,
      name: 'card/full painted',
      what: `p95 of ${full.keysMs.length} cards with 500 entries`,
      ...painted(full, stills.full),
    },
    {
      ...size,
      name: 'card/painted',
      what: `p95 of ${step.keysMs.length} next customers`,
      ...painted(step, stills.step),
    },
    {
      ...size,
      name: 'screen/painted',
      what: `p95 of ${screen.keysMs.length} changes, first visits too`,
      ...painted(screen, stills.screen),
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
      isByRatio: true,
    },
    {
      ...size,
      name: 'list/longest frame',
      what: '10 s of wheel, down and up',
      unit: 'ms',
      value: longestFrameMs,
      budget: 32,
      reference: { what: 'rows that lie there, rolled on a bare page', value: longestStillFrameMs },
      maxRatio: 1.5,
      isByRatio: true,
    },
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

type Act = () => Promise<void>;

interface Timed {
  keysMs: number[];
  /** Of what was drawn after each key. */
  pictures: StillPictures;
}

/** No program draws faster than the browser: on a machine where the bare pictures take long, as long again is for the program. */
function painted({ keysMs }: Timed, reference: NonNullable<Figure['reference']>) {
  return { unit: 'ms', value: timingOf(keysMs).p95, budget: 50, reference, maxRatio: 2, isByRatio: true } as const;
}

/** Times each act and takes a picture of what came of it, as long as it changed something. */
async function timeActs(
  page: Page,
  moment: Moment,
  part: string,
  acts: Iterable<Act> | AsyncIterable<Act>,
): Promise<Timed> {
  const pictures = await beginPictures(page, part);
  const keysMs: number[] = [];
  for await (const act of acts) {
    const ms = await timeKey(page, moment, act);
    if (ms === null) continue;
    keysMs.push(ms);
    await takePicture(page, pictures);
  }
  return { keysMs, pictures };
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
async function timeSearch(page: Page, bench: Workbench, moment: 'results' | 'painted'): Promise<Timed> {
  const dossiers = bench.someDossiers();
  async function* acts(): AsyncGenerator<Act> {
    for (const kind of searchKinds) {
      for (const query of wholeQueries(dossiers, kind, queriesPerKind)) {
        for (const character of query) yield () => type(page, character);
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Backspace');
      }
    }
  }
  await page.keyboard.press('/');
  return timeActs(page, moment, '[role="grid"]', acts());
}

/** Letters and digits are keys; characters come from the input method, without one. */
function type(page: Page, character: string): Promise<void> {
  return /[\x21-\x7e]/.test(character) ? press(page, character) : page.keyboard.insertText(character);
}

/** Finds people of whom most is known, one after the other, and opens each for the first time. */
async function timeFullCards(page: Page, bench: Workbench): Promise<Timed> {
  const phones = bench
    .manyDossiers()
    .filter(({ interaction, order }) => interaction.length + order.length === 500)
    .flatMap(({ customer }) => customer.phones[0]?.e164?.slice(-8) ?? []);
  async function* acts(): AsyncGenerator<Act> {
    for (const phone of phones.slice(0, fullCards)) {
      await page.keyboard.insertText(phone);
      await page.waitForTimeout(settleMs);
      yield () => press(page, 'ArrowDown');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Backspace');
      await page.waitForTimeout(settleMs);
    }
  }
  return timeActs(page, 'painted', 'article', acts());
}

/** Goes round the screens. */
async function timeScreens(page: Page): Promise<Timed> {
  await listOf(page).focus();
  const keys = Array.from({ length: screenRounds }, () => screenKeys).flat();
  return timeActs(
    page,
    'painted',
    'main',
    keys.map((key) => () => press(page, key)),
  );
}

/** Goes down the list, a card at a time. */
async function timeSteps(page: Page): Promise<Timed> {
  const acts = Array.from({ length: steps }, () => () => press(page, 'ArrowDown'));
  return timeActs(page, 'painted', 'article', acts);
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
    await page.waitForTimeout(settleMs);
    saveMs.push((await timeKey(page, 'saved', () => press(page, 'Control+Enter'))) ?? 0);
  }
  flusher.close();
  return { saveMs, flushMs };
}

/** The calendar has a grid too, hidden once it was visited. */
function listOf(page: Page): Locator {
  return page.getByRole('grid', { name: '客户' });
}

/** Down to the end and up again, for as long as the wheel turns. */
async function timeScroll(page: Page): Promise<number> {
  const list = listOf(page);
  await list.hover();
  let turns = 0;
  let deltaPx = wheelPx;
  return timeLongestFrame(page, scrollMs, async () => {
    turns += 1;
    if (turns % turnsBetweenLooks === 0) {
      const isAtEnd = await list.evaluate((each) => each.scrollHeight - each.clientHeight - each.scrollTop < 1);
      const isAtStart = await list.evaluate((each) => each.scrollTop < 1);
      if (isAtEnd) deltaPx = -wheelPx;
      else if (isAtStart) deltaPx = wheelPx;
    }
    await page.mouse.wheel(0, deltaPx);
  });
}
