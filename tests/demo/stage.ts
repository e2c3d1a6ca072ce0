import { stripVTControlCharacters } from 'node:util';
import { createStandInApp } from '../e2e/fixtures/stand-in-app.ts';
import { makeFolders, removeFolders, type TestApp } from '../e2e/fixtures/test-app.ts';
import { takePicture } from './pictures.ts';
import { Report } from './report.ts';

/** Where the demo plays: its report, and the machines that were used, each with folders of its own. */
export class Stage {
  readonly report = new Report();
  readonly #machines: { readonly name: string; readonly app: TestApp }[] = [];

  /** A machine on which Kebu was never opened. */
  async newMachine(name: string): Promise<TestApp> {
    const app = createStandInApp({ language: 'zh-CN', theme: 'light', windowSize: 'laptop' }, await makeFolders());
    this.#machines.push({ name, app });
    return app;
  }

  /** Plays to the end, whatever happens, and leaves nothing behind but the pictures; tells whether every check held. */
  async play(story: () => Promise<void>): Promise<boolean> {
    try {
      await story();
    } catch (error) {
      const [firstLine = ''] = stripVTControlCharacters(String(error)).split('\n');
      this.report.check('The story comes to its end', false, firstLine);
      console.error(error);
      const last = this.#machines.at(-1)?.app;
      // Whatever window is open shows where it stopped.
      await Promise.resolve()
        .then(() => last && takePicture(last.page, 'failed'))
        .catch(() => undefined);
    }
    for (const { name, app } of this.#machines) {
      await app.close();
      const problems = app.problems.list();
      this.report.check(
        `${name}: no request outside, no broken policy, no error`,
        problems.length === 0,
        problems.join('; ') || 'none',
      );
      const refusal = await removeFolders(app).then(() => null, String);
      this.report.check(`${name}: tar and age open every backup`, refusal === null, refusal ?? 'all of them');
    }
    return this.report.finish();
  }
}

/** How long something took, with what came of it. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; ms: number }> {
  const startedAt = performance.now();
  const result = await work();
  return { result, ms: performance.now() - startedAt };
}
