import { rm } from 'node:fs/promises';
import { sampleDay } from '../e2e/fixtures/wall-clock.ts';
import { frontDoor } from '../e2e/pages/front-door.ts';
import { shell } from '../e2e/pages/shell.ts';
import { ensureTools } from '../helpers/ensure-tools.ts';
import { attachFiles } from './attaching.ts';
import { checkDisk } from './check-disk.ts';
import { importAgain, importFiles, tellClasses, tellToday } from './importing.ts';
import { mergeAndUnmerge } from './merging.ts';
import { countPictures, picturesDir, takePicture, takePictures, takePicturesOutside } from './pictures.ts';
import { backUpAndRecover, restoreElsewhere, wipeAndRebuild } from './recovering.ts';
import { seconds } from './report.ts';
import { Stage, timed } from './stage.ts';

/*
 * Kebu at work from beginning to end, as a person uses it, without a screen and without questions. Everything happens in
 * the window of the built app; what is said of it is checked, and one check that fails makes the exit code 1.
 */

const stage = new Stage();
const { report } = stage;

const isFine = await stage.play(async () => {
  report.title('客簿 Kebu', `The clocks inside tell ${sampleDay}, the day that the sample files are about.`);
  const ready = await timed(ensureTools);
  report.say(`Built and ready in ${seconds(ready.ms)}`);
  await rm(picturesDir, { recursive: true, force: true });

  const shop = await stage.newMachine('The shop');
  const page = await shop.launch();
  report.section('The first minute');
  await takePicturesOutside(page, 'first-run');
  const groups = await frontDoor.createArchive(page, /导入一个文件/);
  await takePicture(page, 'paper-key.zh-CN.light.laptop');
  await frontDoor.confirmPaperKey(page, groups);
  await shell(page).isOpen();
  report.say(`An archive with a passphrase and a paper key of ${groups.length} groups`);

  await importFiles(report, shop);
  await importAgain(report, shop);
  await mergeAndUnmerge(report, shop);
  await tellClasses(report, shop);
  await tellToday(report, shop);
  const files = await attachFiles(report, shop);
  const backup = await backUpAndRecover(report, shop, `AGE-SECRET-KEY-1${groups.join('')}`, files);

  report.section('Pictures');
  const pictures = await timed(() => takePictures(page));
  report.say(`Every screen in both languages, both themes and two sizes, in ${seconds(pictures.ms)}`);
  await shop.quit();

  await restoreElsewhere(report, await stage.newMachine('The other machine'), backup);
  await wipeAndRebuild(report, shop, backup);
  await frontDoor.lock(shop.page);
  await takePicturesOutside(shop.page, 'locked');
  await shop.quit();
  await checkDisk(report, shop, backup.records);
  report.section(`${await countPictures()} pictures lie in out/demo/`);
});
process.exitCode = isFine ? 0 : 1;
