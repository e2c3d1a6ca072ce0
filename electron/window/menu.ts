import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { Language } from '#shared/i18n/catalogue.ts';
import { translate } from '#shared/i18n/translate.ts';

/**
 * Only macOS needs a menu bar: its keys for copying and quitting come from there. Elsewhere the window draws everything,
 * and Electron's own menu with its reload and zoom keys is taken away.
 */
export function setMenuBar(language: Language, platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(menuBar(language)) : null);
}

function menuBar(language: Language): MenuItemConstructorOptions[] {
  return [
    { label: translate(language, 'app.name'), submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'quit' }] },
    { label: translate(language, 'machine.menu.edit'), submenu: editItems(language) },
    {
      label: translate(language, 'machine.menu.window'),
      submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'togglefullscreen' }],
    },
  ];
}

/** The right mouse button on a text field or on selected text. */
export function addContextMenu(contents: WebContents, language: () => Promise<Language>): void {
  const show = async (isEditable: boolean): Promise<void> => {
    const items = editItems(await language()).filter(({ role }) => isEditable || role === 'copy');
    Menu.buildFromTemplate(items).popup();
  };
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable || selectionText) void show(isEditable);
  });
}

function editItems(language: Language): MenuItemConstructorOptions[] {
  return (['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const).map((role) => {
    return { role, label: translate(language, `machine.menu.${role}`) };
  });
}
