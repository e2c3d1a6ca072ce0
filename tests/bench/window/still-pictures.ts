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
export async function timeStillPictures(
  bare: Page,
  { part, styles, frame, pictures }: StillPictures,
): Promise<number[]> {
  await bare.setContent(`<html lang="zh-CN"><head><style>${styles}</style></head><body>${frame}</body></html>`);
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
