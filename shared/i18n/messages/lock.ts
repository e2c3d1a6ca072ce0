import type { Sentences } from '../catalogue.ts';

/** The locked page, opening the archive and leaving it. */
export const lockMessages = {
  'lock.title': ['客簿已锁定', 'Kebu is locked'],
  'lock.passphrase': ['密码', 'Passphrase'],
  'lock.paperKey': ['纸质密钥', 'Paper key'],
  'lock.paperKeyHelp': [
    '照着纸上输入，空格和大小写都不要紧。',
    'Type what the paper says; spaces and case do not matter.',
  ],
  'lock.open': ['打开', 'Open'],
  'lock.opening': ['正在打开…', 'Opening…'],
  'lock.usePaperKey': ['改用纸质密钥', 'Use the paper key'],
  'lock.usePassphrase': ['改用密码', 'Use the passphrase'],
  'lock.useKeychain': ['用这台电脑的钥匙串打开', 'Open with this computer’s keychain'],
  'lock.backup.writing': [
    '正在备份到“{folder}”，{percent}%，别拔',
    'Backing up to “{folder}”, {percent}%; leave it in',
  ],
  'lock.backup.verifying': ['正在核对“{folder}”里的备份，别拔', 'Reading back the backup in “{folder}”; leave it in'],
  'lock.backup.safeToRemove': ['“{folder}”已备份并核对，可以拔下', '“{folder}” is up to date; safe to remove'],
  'lock.backup.done': ['“{folder}”已备份并核对', '“{folder}” is backed up and verified'],
  'lock.backup.failed': ['没能备份到“{folder}”，打开后看“安全”', 'Not backed up to “{folder}”; see Safety once open'],
  'lock.newPassphrase': ['要设一个新密码吗？', 'Set a new passphrase?'],
  'lock.newPassphrase.why': [
    '你是用纸质密钥打开的。忘了密码的话，现在就能换一个新的；纸质密钥照样有效，资料不用重新加密。',
    'You opened the archive with the paper key. If you forgot the passphrase, set a new one now; the paper key stays valid, and nothing is encrypted again.',
  ],
  'lock.newPassphrase.later': ['先不设', 'Not now'],
  'lock.newPassphrase.set': ['用这个新密码', 'Use this passphrase'],
  'lock.tooFast': ['试得太快了。档案没有改动。', 'Too many attempts. Nothing was changed.'],
  'lock.wait': ['请等 {seconds} 秒再试', 'Wait {seconds, plural, one {# second} other {# seconds}}'],

  'opening.title': ['正在打开档案', 'Opening the archive'],
  'opening.open': ['读取客户', 'Reading customers'],
  'opening.replay': ['补上日志里的改动', 'Applying changes from the journal'],
  'opening.rebuild': ['从日志重建', 'Rebuilding from the journal'],
  'opening.bulk': ['逐位核算改动', 'Working the change out'],
  'opening.undo': ['撤销前逐条核算', 'Working out what goes back'],
  'opening.redo': ['重做前逐条核算', 'Working out what comes back'],
  'opening.commit': ['写入', 'Writing'],
  'opening.backup': ['备份', 'Backup'],
  'opening.duplicates': ['查找重复客户', 'Looking for duplicates'],
  'opening.snapshot': ['先存一份快照', 'Making a snapshot first'],

  'backup.packing': ['正在做本机快照', 'Making a snapshot on this computer'],
  'backup.writing': ['正在写入备份', 'Writing the backup'],
  'backup.verifying': ['正在读回来核对', 'Reading it back to check'],

  'leaving.title': ['正在做退出前的备份', 'Making the last backup before leaving'],
  'leaving.detail': [
    '客户资料都已保存。马上退出也不会丢，下次打开再补上备份。',
    'Everything is saved. Nothing is lost by quitting now; the backup is made up for the next time.',
  ],
  'leaving.now': ['马上退出', 'Quit now'],
  'leaving.rebuilding': [
    '数据库有一部分读不出来，先从日志重建',
    'Part of the database cannot be read; it is rebuilt from the journal first',
  ],
  'leaving.failed': ['退出前的备份没有做成', 'The last backup before leaving was not made'],

  'opening.counts': ['{done, number} / {total, number}', '{done, number} of {total, number}'],
} as const satisfies Sentences;
