import type { Sentences } from '../catalogue.ts';

export const settingsMessages = {
  'settings.title': ['设置', 'Settings'],
  'settings.look': ['外观', 'Appearance'],
  'settings.language': ['语言', 'Language'],
  'settings.theme': ['主题', 'Theme'],
  'settings.theme.system': ['跟随系统', 'As the system'],
  'settings.theme.light': ['浅色', 'Light'],
  'settings.theme.dark': ['深色', 'Dark'],
  'settings.textSize': ['文字大小', 'Text size'],
  'settings.density': ['列表行高', 'List rows'],
  'settings.density.compact': ['紧凑', 'Compact'],
  'settings.density.normal': ['适中', 'Normal'],
  'settings.density.roomy': ['宽松', 'Roomy'],
  'settings.lock': ['锁定', 'Locking'],
  'settings.autoLock': ['不用时自动锁定', 'Lock when idle'],
  'settings.autoLock.never': ['不自动锁定', 'Never'],
  'settings.autoLock.minutes': ['{minutes} 分钟后', 'After {minutes, plural, one {# minute} other {# minutes}}'],
  'settings.shop': ['我的资料', 'About me'],
  'settings.shopHint': [
    '用在打印和话术里，只保存在这台电脑上。',
    'Used in print and templates; kept on this computer only.',
  ],
  'settings.ownerName': ['我的称呼', 'My name'],
  'settings.shopName': ['店名或公司名', 'Shop or company'],
  'settings.saved': ['设置已保存', 'Settings saved'],
  'settings.about': ['关于', 'About'],
  'settings.version': ['客簿 {version}', 'Kebu {version}'],
  'settings.offline': [
    '客簿从不联网：没有遥测，没有更新检查，没有云端。一切都在这台电脑上。',
    'Kebu never goes online: no telemetry, no update check, no cloud. Everything is on this computer.',
  ],
  'settings.standIn': [
    '正用已安装的浏览器代替 Electron 运行，功能相同。',
    'Running behind an installed browser instead of Electron; everything works the same.',
  ],
  'settings.failed': ['设置没有保存', 'The setting was not saved'],
} as const satisfies Sentences;
