import type { Page } from 'playwright/test';
import { press } from './press.ts';

/**
 * What is timed from a key on, in milliseconds. `usable`: until the list of customers shows its first row. `painted`: until
 * the last frame that changed something in view was presented; `null` when nothing changed. What counts down in the status
 * line does not belong to it, nor what is filled in where it is clipped away, nor an attribute that is written again as it
 * was. `results`: until the first frame that changed a row of a list. `saved`: until the text box of the composer is empty
 * again, which it is when the contact is stored.
 */
export type Moment = 'usable' | 'painted' | 'results' | 'saved';

interface RecordedWindow {
  /** Listens for the next key. */
  beginRecording(moment: Moment): void;
  recorded: Promise<number | null>;
}

/** Does something with the keyboard and times what the page makes of its first key. */
export async function timeKey(page: Page, moment: Moment, act: () => Promise<void>): Promise<number | null> {
  await page.evaluate((what) => {
    (window as unknown as RecordedWindow).beginRecording(what);
  }, moment);
  await act();
  return page.evaluate(() => (window as unknown as RecordedWindow).recorded);
}

/** A start in two parts: what the key derivation takes, which is slow on purpose, and what Kebu takes after it. */
export interface Start {
  unlockMs: number;
  usableMs: number;
}

/** Opens the archive with a key and splits its time at the mark that the window sets when it holds the keys. */
export async function timeUnlock(page: Page, act: () => Promise<void>): Promise<Start> {
  const began = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
      }),
  );
  const wholeMs = (await timeKey(page, 'usable', act)) ?? 0;
  const key = await began;
  const unlocked = await page.evaluate(() => performance.getEntriesByName('unlocked').at(-1)?.startTime ?? 0);
  return { unlockMs: unlocked - key, usableMs: wholeMs - (unlocked - key) };
}

/** What a key costs at least: on an empty page, a letter in one cell changes with each. */
export async function timeEmptyPage(page: Page, keys: number): Promise<number[]> {
  await page.setContent('<main><p id="cell">0</p></main>');
  await installRecorder(page);
  await page.evaluate(() => {
    addEventListener('keydown', ({ key }) => {
      const cell = document.querySelector('#cell');
      if (cell) cell.textContent = `${key} ${performance.now()}`;
    });
  });
  const keysMs: (number | null)[] = [];
  for (let i = 0; i < keys; i++) keysMs.push(await timeKey(page, 'painted', () => press(page, 'a')));
  return keysMs.filter((ms) => ms !== null);
}

/** What a question to main takes that it answers at once, from the page and back. */
export async function timeBridge(page: Page, questions: number): Promise<number[]> {
  return page.evaluate(async (count) => {
    const { kebu } = window as unknown as { kebu: { invoke(channel: string, input: unknown): Promise<unknown> } };
    const tookMs: number[] = [];
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      await kebu.invoke('app/stay', {});
      tookMs.push(performance.now() - start);
    }
    return tookMs;
  }, questions);
}

/** The longest frame in so many milliseconds, while `act` goes on. */
export async function timeLongestFrame(page: Page, durationMs: number, act: () => Promise<void>): Promise<number> {
  const longest = page.evaluate(async (forMs) => {
    const nextFrame = () => new Promise<number>(requestAnimationFrame);
    let before = await nextFrame();
    const end = before + forMs;
    let worst = 0;
    while (before < end) {
      const now = await nextFrame();
      worst = Math.max(worst, now - before);
      before = now;
    }
    return worst;
  }, durationMs);
  const end = performance.now() + durationMs;
  while (performance.now() < end) await act();
  return longest;
}

/**
 * Watches the page from now on for tasks that keep it from answering. What is given back ends that and tells the longest, in
 * milliseconds; the browser tells of none below 50.
 */
export async function startWatchingTasks(page: Page): Promise<() => Promise<number>> {
  const watching = await page.evaluateHandle(() => {
    const longest = { ms: 0 };
    const note = (entries: PerformanceEntryList) => {
      for (const { duration } of entries) longest.ms = Math.max(longest.ms, duration);
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ entryTypes: ['longtask'] });
    return {
      end() {
        note(observer.takeRecords());
        observer.disconnect();
        return longest.ms;
      },
    };
  });
  return () => watching.evaluate((each) => each.end());
}

/** Puts the recorder on the page. The function runs there and refers to nothing outside itself. */
export async function installRecorder(page: Page): Promise<void> {
  await page.evaluate(() => {
    /** A key, or text that an input method puts in without one. */
    const nextKey = () =>
      new Promise<number>((resolve) => {
        const listen = (event: Event) => {
          if (event instanceof KeyboardEvent && ['Control', 'Alt'].includes(event.key)) return;
          for (const type of ['keydown', 'input']) removeEventListener(type, listen, { capture: true });
          resolve(event.timeStamp);
        };
        for (const type of ['keydown', 'input']) addEventListener(type, listen, { capture: true });
      });
    const waiting = new Map<string, (time: number) => void>();
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { identifier: string; renderTime: number })[]) {
        waiting.get(entry.identifier)?.(entry.renderTime);
        waiting.delete(entry.identifier);
      }
    }).observe({ type: 'element' });
    let probes = 0;
    /** Taken away at the end: a dot that goes is a frame of its own. */
    const dots: Element[] = [];
    /**
     * When the frame that shows what is on the page now was presented. A dot is drawn with it, whose element timing the
     * browser tells; a frame callback would be told before anything is drawn.
     */
    const presented = () =>
      new Promise<number>((resolve) => {
        probes += 1;
        const dot = document.createElement('span');
        dot.setAttribute('elementtiming', `probe-${probes}`);
        dot.textContent = '.';
        Object.assign(dot.style, { position: 'fixed', inset: '0 auto auto 0', contain: 'layout style paint' });
        waiting.set(`probe-${probes}`, resolve);
        document.body.append(dot);
        dots.push(dot);
      });
    /** Whether anything is seen of an element: of its box within those that clip it. */
    const isInView = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element?.isConnected || element.closest('footer') !== null || !element.checkVisibility()) return false;
      // A screen that stands ready beside the one that is shown: nothing of it is drawn.
      if (getComputedStyle(element).contentVisibility === 'hidden') return false;
      let { top, bottom, left, right } = element.getBoundingClientRect();
      const clipTo = (box: Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>) => {
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
      };
      clipTo({ top: 0, bottom: innerHeight, left: 0, right: innerWidth });
      for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
        if (getComputedStyle(outer).overflow !== 'visible') clipTo(outer.getBoundingClientRect());
      }
      return top < bottom && left < right;
    };
    /** Without the attributes that are as they were: frameworks write those of form controls again and again. */
    const changesAmong = (records: MutationRecord[]) => {
      const before = new Map<Node, Map<string, string | null>>();
      return records.filter(({ type, target, attributeName, oldValue }) => {
        if (type !== 'attributes') return true;
        const name = attributeName ?? '';
        const ofTarget = before.get(target) ?? new Map<string, string | null>();
        before.set(target, ofTarget);
        if (ofTarget.has(name)) return false;
        ofTarget.set(name, oldValue);
        return (target as Element).getAttribute(name) !== oldValue;
      });
    };
    const watch = (onChange: (records: MutationRecord[]) => void) => {
      const observer = new MutationObserver(onChange);
      observer.observe(document.querySelector('#root, main') ?? document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeOldValue: true,
      });
      return observer;
    };
    const isInRow = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.matches(
        '[role="row"]:not([aria-rowindex="1"]), [role="row"]:not([aria-rowindex="1"]) *',
      ) === true;
    /** When each frame was presented that changed such a node. */
    const framesOf = async (counts: (node: Node) => boolean) => {
      const changes: { nodes: Node[]; time: Promise<number> }[] = [];
      const observer = watch((records) => {
        const nodes = changesAmong(records).flatMap(({ target, addedNodes, removedNodes, type }) =>
          type === 'childList' && removedNodes.length === 0 ? [...addedNodes] : [target],
        );
        if (nodes.length > 0) changes.push({ nodes, time: presented() });
      });
      await new Promise((resolve) => setTimeout(resolve, 400));
      observer.disconnect();
      return Promise.all(changes.filter(({ nodes }) => nodes.some(counts)).map(({ time }) => time));
    };
    const moments: Record<Moment, () => Promise<number>> = {
      async usable() {
        for (;;) {
          const firstCell = document.querySelector('[role="row"][aria-rowindex="2"] [data-column]');
          if ((firstCell?.textContent ?? '') !== '') return presented();
          const buttons = [...document.querySelectorAll<HTMLElement>('nav button')];
          const list = buttons.find(({ textContent }) => textContent === '客户');
          if (list?.getAttribute('aria-current') === 'false') list.click();
          await new Promise(requestAnimationFrame);
        }
      },
      painted: () => framesOf(isInView).then((times) => Math.max(...times)),
      results: () => framesOf((node) => isInRow(node) && isInView(node)).then((times) => Math.min(...times)),
      saved: () =>
        new Promise((resolve) => {
          const observer = watch(() => {
            if (document.querySelector<HTMLTextAreaElement>('article textarea')?.value !== '') return;
            observer.disconnect();
            resolve(performance.now());
          });
        }),
    };
    const recorder: RecordedWindow = {
      recorded: Promise.resolve(null),
      beginRecording(moment) {
        recorder.recorded = nextKey().then(async (start) => {
          const end = await moments[moment]();
          for (const dot of dots.splice(0)) dot.remove();
          return Number.isFinite(end) ? end - start : null;
        });
        Object.assign(window, { recorded: recorder.recorded });
      },
    };
    Object.assign(window, recorder);
  });
}
