import type { Page } from 'playwright/test';
import { press } from './press.ts';
import { installRecorder, timeKey } from './recorder.ts';

/** Parts of a window as they were drawn, one after the other, with what they were drawn in. */
export interface StillPictures {
  /** Selects the part; the first one that is shown counts. */
  part: string;
  styles: string;
  frame: string;
  pictures: string[];
}

/** A whole page as it was drawn, and what it was drawn in. */
type WholePicture = Pick<StillPictures, 'styles' | 'frame'>;

/** Enough to roll for a second before the wheel turns. */
const rollingRows = 500;

/** Begins to take pictures of a part of the page. */
export async function beginPictures(page: Page, part: string): Promise<StillPictures> {
  return { part, styles: await stylesOf(page), frame: '', pictures: [] };
}

function stylesOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.styleSheets, ...document.adoptedStyleSheets]
      .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      .join('\n'),
  );
}

/** The page with its list as it is shown now, and below the rows that are shown the same ones again and again, to roll through. */
export async function rollingPicture(page: Page): Promise<WholePicture> {
  const frame = await page.evaluate((count) => {
    const root = document.querySelector('#root');
    const shown = [...document.querySelectorAll('#root [role="grid"]')].findIndex((grid) => grid.checkVisibility());
    const picture = root?.cloneNode(true) as Element;
    const grid = picture.querySelectorAll('[role="grid"]')[shown];
    const body = grid?.querySelector<HTMLElement>('[role="rowgroup"]:last-child');
    const rows = [...(body?.children ?? [])] as HTMLElement[];
    const heightPx = Number.parseFloat(rows[0]?.style.blockSize ?? '');
    if (!body || !(heightPx > 0)) throw new Error('there is no list with rows to roll');
    const placed = Array.from({ length: count }, (_, place) => {
      const row = rows[place % rows.length]?.cloneNode(true) as HTMLElement;
      row.style.insetBlockStart = `${String(place * heightPx)}px`;
      return row;
    });
    body.replaceChildren(...placed);
    body.style.blockSize = `${String(count * heightPx)}px`;
    return picture.outerHTML;
  }, rollingRows);
  return { styles: await stylesOf(page), frame };
}

/** Puts a picture up on a bare page. */
export async function putUp(bare: Page, { styles, frame }: WholePicture): Promise<void> {
  await bare.setContent(`<html lang="zh-CN"><head><style>${styles}</style></head><body>${frame}</body></html>`);
}

/** Takes a picture of what is shown now; of nothing where the part is not there. */
export async function takePicture(page: Page, still: StillPictures): Promise<void> {
  const picture = await page.evaluate(
    (selector) => [...document.querySelectorAll(selector)].find((each) => each.checkVisibility())?.outerHTML,
    still.part,
  );
  if (picture === undefined) return;
  still.pictures.push(picture);
  still.frame ||= await page.evaluate(() => document.querySelector('#root')?.outerHTML ?? '');
}

/**
 * How long the browser takes to show the same without a program behind it: on a bare page with the same styles, each key puts up
 * the next picture as a whole. What a key costs here, no program on this machine can save.
 */
export async function timeStillPictures(bare: Page, { part, pictures, ...still }: StillPictures): Promise<number[]> {
  await putUp(bare, still);
  await installRecorder(bare);
  await bare.evaluate(
    ({ selector, all }) => {
      const made = all.flatMap((html) => {
        const template = document.createElement('template');
        template.innerHTML = html;
        return template.content.firstElementChild ?? [];
      });
      let shown = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
      let next = 0;
      addEventListener('keydown', () => {
        const picture = made[next++];
        if (!picture) return;
        shown?.replaceWith(picture);
        shown = picture;
      });
    },
    { selector: part, all: pictures },
  );
  const keysMs: (number | null)[] = [];
  for (let i = 0; i < pictures.length; i++) keysMs.push(await timeKey(bare, 'painted', () => press(bare, 'a')));
  return keysMs.filter((ms) => ms !== null);
}
