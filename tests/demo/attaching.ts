import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestApp } from '../e2e/fixtures/test-app.ts';
import { customersScreen } from '../e2e/pages/customers-screen.ts';
import { filesBlock } from '../e2e/pages/files-block.ts';
import { shell } from '../e2e/pages/shell.ts';
import { sampleNames, writeSampleFiles } from '../samples/files.ts';
import { type Report, seconds } from './report.ts';
import { timed } from './stage.ts';

/** A contract and a photo go onto the card of the first customer in the list; returns what is in them. */
export async function attachFiles(report: Report, { page, filesDir }: TestApp): Promise<Buffer[]> {
  report.section('Files on a card');
  const paths = writeSampleFiles(join(filesDir, 'own'));
  const customers = customersScreen(page);
  await shell(page).goTo('customers');
  const [name = ''] = await customers.names();
  const { card } = await customers.open(name);
  const files = filesBlock(page, card);
  const { ms } = await timed(async () => {
    await files.choose(paths.pdf, paths.picture);
    await files.expectNames(sampleNames.pdf, sampleNames.picture);
  });
  await customers.closeCard();
  report.say(`A PDF and a picture, sealed on the disk in ${seconds(ms)}`);
  return Promise.all([paths.pdf, paths.picture].map((path) => readFile(path)));
}
