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

/** Begins to take pictures of a part of the page. */
export async function beginPictures(page: Page, part: string): Promise<StillPictures> {
  const styles = await page.evaluate(() =>
    [...document.styleSheets, ...document.adoptedStyleSheets]
      .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      .join('\n'),
  );
  return { part, styles, frame: '', pictures: [] };
}

/** The list as it is shown now, whole, with rows to roll through: those that are shown, one block of them below the other. */
export async function rollingPicture(page: Page): Promise<Pick<StillPictures, 'styles' | 'frame'>> {
  const { styles } = await beginPictures(page, '#root');
  const frame = await page.evaluate(() => {
    const shown = document.querySelector('#root')?.cloneNode(true) as Element;
    const live = [...document.querySelectorAll('#root [role="grid"]')];
    const at = live.findIndex((grid) => grid.checkVisibility());
    const body = shown
      .querySelectorAll('[role="grid"]')
      [at]?.querySelector<HTMLElement>('[role="rowgroup"]:last-child');
    const rows = [...(body?.children ?? [])] as HTMLElement[];
    const heightPx = Number.parseFloat(rows[0]?.style.blockSize ?? '');
    for (let row = 0; row < 500; row += 1) {
      const copy = row < rows.length ? rows[row] : (rows[row % rows.length]?.cloneNode(true) as HTMLElement);
      if (!copy) continue;
      copy.style.insetBlockStart = `${String(row * heightPx)}px`;
      body?.append(copy);
    }
    if (body) body.style.blockSize = `${String(500 * heightPx)}px`;
    return shown.outerHTML;
  });
  return { styles, frame };
}

/** Puts a picture up on a bare page. */
export async function putUp(bare: Page, { styles, frame }: Pick<StillPictures, 'styles' | 'frame'>): Promise<void> {
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
