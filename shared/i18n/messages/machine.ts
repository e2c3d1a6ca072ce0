import type { Sentences } from '../catalogue.ts';

/** What the machine says itself: native dialogs, menus, questions before something leaves Kebu. */
export const machineMessages = {
  'machine.open-external': ['要用别的程序打开 {target} 吗？', 'Open {target} in another program?'],
  'machine.open-file': [
    '要用这台电脑上的程序打开“{name}”吗？为此会放一份没有加密的副本，客簿上锁时删除；在别的程序里做的改动不会存回客簿。',
    'Open “{name}” in a program of this computer? That takes a copy that is not encrypted; it is removed when Kebu locks. What you change there is not saved in Kebu.',
  ],
  'machine.cannot-start': [
    '客簿打不开自己的数据文件夹（{reason}）。没有任何改动，请检查磁盘和权限后再试。',
    'Kebu cannot open its data folder ({reason}). Nothing changed; check the disk and its permissions and try again.',
  ],
  'machine.folder-network': [
    '客户档案现在放在网络位置上。断网或另一台电脑同时打开，都可能弄坏它，所以客簿不在那里工作。要把它复制到这台电脑的 {folder} 吗？原来的文件会留着。选“取消”就退出，什么都不改。',
    'The archive lies on a network drive. A lost connection or a second computer could damage it, so Kebu does not work there. Copy it to {folder} on this computer? The old files stay. “No” quits and changes nothing.',
  ],
  'machine.folder-synced': [
    '客户档案现在放在 {service} 的同步文件夹里。同步软件会在客簿写到一半时搬动文件，可能弄坏它，所以客簿不在那里工作。要把它复制到这台电脑的 {folder} 吗？原来的文件会留着；备份可以照样存到 {service}。选“取消”就退出，什么都不改。',
    'The archive lies in a folder that {service} synchronises. That moves files while Kebu is writing them and could damage it, so Kebu does not work there. Copy it to {folder} on this computer? The old files stay, and backups may still go to {service}. “No” quits and changes nothing.',
  ],
  'machine.folder-not-moved': [
    '档案没能搬到 {folder}（{reason}）。原来的文件都没有动，请检查那个文件夹后再试。',
    'The archive could not be moved to {folder} ({reason}). The old files are untouched; check that folder and try again.',
  ],
  'machine.keeps-crashing': [
    '窗口接连出错，客簿先关闭了。保存过的内容都在，请重新打开。',
    'The window kept failing, so Kebu closed. Everything saved is safe; please open it again.',
  ],
  'machine.choose-folder': ['选择备份文件夹', 'Choose a folder for backups'],
  'machine.choose-backup': ['选择备份文件', 'Choose a backup'],
  'machine.backup-files': ['客簿备份', 'Kebu backup'],
  'machine.save-as': ['另存为', 'Save as'],
  'machine.confirm': ['确定', 'Yes'],
  'machine.cancel': ['取消', 'No'],
  'machine.menu.edit': ['编辑', 'Edit'],
  'machine.menu.window': ['窗口', 'Window'],
  'machine.menu.undo': ['撤销', 'Undo'],
  'machine.menu.redo': ['重做', 'Redo'],
  'machine.menu.cut': ['剪切', 'Cut'],
  'machine.menu.copy': ['复制', 'Copy'],
  'machine.menu.paste': ['粘贴', 'Paste'],
  'machine.menu.selectAll': ['全选', 'Select all'],
} as const satisfies Sentences;
