import { join } from 'node:path';
import type { Page } from 'playwright';
import { nodeFileSystem } from '../../electron/files/file-system.ts';
import { createStandInApp } from '../e2e/fixtures/stand-in-app.ts';
import type { TestApp, TestAppOptions, TestFolders } from '../e2e/fixtures/test-app.ts';
import { sampleDay } from '../e2e/fixtures/wall-clock.ts';
import { frontDoor } from '../e2e/pages/front-door.ts';
import { shell } from '../e2e/pages/shell.ts';
import { HeldDisk } from '../helpers/held-disk.ts';
import { aKeychain } from '../helpers/ports.ts';
import { takeLooks } from './pictures.ts';

export type Language = TestAppOptions['language'];

/** One archive that lives through everything that is pictured, on a disk that can be held up. */
export class Story {
  readonly language: Language;
  readonly folders: TestFolders;
  readonly disk = new HeldDisk(nodeFileSystem);
  readonly keychain = aKeychain();
  app: TestApp;

  constructor(language: Language, folders: TestFolders) {
    this.language = language;
    this.folders = folders;
    this.app = this.#appOn(sampleDay);
  }

  get page(): Page {
    return this.app.page;
  }

  #appOn(day: string): TestApp {
    const options: TestAppOptions = { language: this.language, theme: 'light', windowSize: 'laptop', day };
    return createStandInApp(options, this.folders, { files: this.disk.files, keychain: this.keychain });
  }

  /** Goes on with the same archive on another day. */
  async wakeOn(day: string): Promise<Page> {
    await this.app.close();
    this.app = this.#appOn(day);
    const page = await this.app.launch();
    await frontDoor.unlock(page);
    await shell(page).isOpen();
    return page;
  }

  /** The page as it stands; what goes on in it meanwhile is part of the picture. */
  look(name: string, page = this.page): Promise<void> {
    return takeLooks(page, `safety-${name}.${this.language}`, ['laptop', 'desktop'], async () => {
      await page.waitForTimeout(400);
    });
  }

  folder(name: string): string {
    return join(this.folders.filesDir, name);
  }
}
