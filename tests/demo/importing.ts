import { join } from 'node:path';
import { dimensions } from '#shared/domain/class-scheme/class-scheme.ts';
import { samplesDir, shopFiles } from '../e2e/fixtures/samples.ts';
import type { TestApp } from '../e2e/fixtures/test-app.ts';
import { classesScreen } from '../e2e/pages/classes-screen.ts';
import { dataScreen } from '../e2e/pages/data-screen.ts';
import { shell } from '../e2e/pages/shell.ts';
import { todayScreen } from '../e2e/pages/today-screen.ts';
import { type Report, seconds } from './report.ts';
import { timed } from './stage.ts';

type Cell = string | number;

/** Every sample file through the Data screen, as its columns are guessed. */
export async function importFiles(report: Report, { page }: TestApp): Promise<void> {
  report.section('Files come in through the Data screen');
  const data = dataScreen(page);
  const rows: Cell[][] = [];
  for (const file of [...shopFiles, 'google-contacts.csv']) {
    const looked = await timed(() => data.look(join(samplesDir, file)));
    const { rowsRead, duplicates } = await data.readPreview();
    const tried = await timed(() => data.tryOut());
    const written = await timed(() => data.write());
    await data.another();
    const { created, updated, skipped, failed } = written.result;
    report.check(
      `${file}: every row is accounted for`,
      created + updated + skipped + failed === rowsRead && rowsRead > 0,
      `${created} + ${updated} + ${skipped} + ${failed} = ${rowsRead}`,
    );
    const times = [looked.ms, tried.ms, written.ms].map(seconds);
    rows.push([
      file,
      rowsRead,
      created,
      updated,
      skipped,
      failed,
      duplicates,
      await shell(page).readCustomers(),
      ...times,
    ]);
  }
  const header = ['file', 'rows', 'created', 'updated', 'skipped', 'failed', 'duplicates', 'customers'];
  report.table([...header, 'read', 'tried', 'written'], rows);
}

/** The same files once more, as far as what would happen. */
export async function importAgain(report: Report, { page }: TestApp): Promise<void> {
  const data = dataScreen(page);
  const before = await shell(page).readCustomers();
  for (const file of shopFiles) {
    await data.look(join(samplesDir, file));
    const { created, updated } = await data.tryOut();
    const canWrite = await data.importButton.isEnabled();
    if (canWrite) await data.write();
    else await data.back();
    await data.another();
    report.check(`${file} a second time creates nothing`, created === 0, `${created} created, ${updated} updated`);
  }
  const after = await shell(page).readCustomers();
  report.check('As many customers as before', after === before, `${after}`);
}

export async function tellClasses(report: Report, { page }: TestApp): Promise<void> {
  report.section('Every customer is in exactly one class of each scheme');
  await shell(page).goTo('classes');
  const customers = await shell(page).readCustomers();
  const rows: Cell[][] = [];
  for (const dimension of dimensions) {
    const { name, coveragePercent, overlapping, classes } = await classesScreen(page).read(dimension);
    const some = classes.slice(0, 5).map(({ word, count }) => `${word} ${count}`);
    rows.push([name, `${coveragePercent} %`, overlapping, [...some, ...(classes.length > 5 ? ['…'] : [])].join(' · ')]);
    const sum = classes.reduce((all, { count }) => all + count, 0);
    report.check(
      `${name}: everyone is covered, nobody twice`,
      coveragePercent === 100 && overlapping === 0 && sum === customers,
      `${sum} of ${customers} in ${classes.length} classes`,
    );
  }
  report.table(['scheme', 'covered', 'twice', 'classes'], rows);
}

export async function tellToday(report: Report, { page }: TestApp): Promise<void> {
  report.section('Today');
  await shell(page).goTo('today');
  const { promises, due, missed, birthdays } = await todayScreen(page).read();
  const all = promises + due + missed;
  report.say(`${all} follow-ups are due: ${promises} promised, ${due} to contact, ${missed} missed while closed`);
  report.say(`${birthdays} birthdays and anniversaries within seven days, in both calendars`);
  report.check('Today knows what is due', all > 0 && birthdays > 0, `${all} follow-ups, ${birthdays} birthdays`);
}
