import { dialog, type BrowserWindow } from 'electron';
import type { Language } from '#shared/i18n/catalogue.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { Dialogs } from '../ports.ts';

/** The system's own dialogs. Paths are chosen here; the page never sees one. */
export function createDialogs(window: BrowserWindow, language: () => Promise<Language>): Dialogs {
  return {
    async chooseFolder() {
      const title = translate(await language(), 'machine.choose-folder');
      const chosen = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] });
      return chosen.filePaths[0] ?? null;
    },
    async chooseBackupFile() {
      const chosenLanguage = await language();
      const chosen = await dialog.showOpenDialog(window, {
        title: translate(chosenLanguage, 'machine.choose-backup'),
        properties: ['openFile'],
        filters: [{ name: translate(chosenLanguage, 'machine.backup-files'), extensions: ['kebu'] }],
      });
      return chosen.filePaths[0] ?? null;
    },
    async chooseSavePath(suggestedName) {
      const title = translate(await language(), 'machine.save-as');
      const chosen = await dialog.showSaveDialog(window, { title, defaultPath: suggestedName });
      return chosen.canceled ? null : chosen.filePath || null;
    },
    async confirm(question) {
      const chosenLanguage = await language();
      const buttons = [translate(chosenLanguage, 'machine.confirm'), translate(chosenLanguage, 'machine.cancel')];
      const options = {
        type: 'question',
        message: question,
        buttons,
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      } as const;
      return (await dialog.showMessageBox(window, options)).response === 0;
    },
  };
}
