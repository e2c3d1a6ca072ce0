import type { Sentences } from '../i18n/catalogue.ts';

/**
 * Every expected failure with its sentence: what happened, what is safe, what to do next.
 * Grouped by the capability that reports it.
 */
export const errorSentences = {
  'ipc/untrusted-sender': [
    '这个请求不是客簿窗口发出的，已拒绝。',
    'This request did not come from the Kebu window and was refused.',
  ],
  'ipc/bad-input': [
    '请求的内容不对（{channel}），已拒绝，没有任何改动。',
    'The request was malformed ({channel}) and was refused. Nothing changed.',
  ],
  'ipc/internal': [
    '出了意外的问题（{channel}）。已保存的内容不受影响，请再试一次。',
    'Something unexpected went wrong ({channel}). What was saved is safe; please try again.',
  ],
  'keys/no-archive': ['这里还没有客户档案。', 'There is no archive here yet.'],
  'keys/already-exists': [
    '这里已经有一个客户档案，没有改动它。',
    'There is already an archive here; it was left as it is.',
  ],
  'keys/wrong-passphrase': [
    '密码不对。档案没有改动，请再试一次，或用纸质密钥打开。',
    'That is not the passphrase. The archive is untouched; try again or use the paper key.',
  ],
  'keys/wrong-paper-key': [
    '纸质密钥不对，请核对每一组字符。档案没有改动。',
    'That is not the paper key of this archive; check each group. The archive is untouched.',
  ],
  'keys/paper-key-mismatch': [
    '第 {group} 组对不上，请看着纸上的字再输一次。',
    'Group {group} does not match; look at the paper and type it again.',
  ],
  'keys/too-many-attempts': [
    '试得太快了，请等 {seconds} 秒再试。',
    'Too many attempts; wait {seconds, plural, one {# second} other {# seconds}} and try again.',
  ],
  'keys/weak-passphrase': [
    '这个密码太容易被猜到，请用四个词或十二个以上的字符。',
    'That passphrase is too easy to guess; use four words or twelve characters.',
  ],
  'keys/locked': ['档案锁着，请先解锁。', 'The archive is locked; unlock it first.'],
  'keys/keychain-unavailable': [
    '这台电脑没有可用的系统钥匙串，请使用密码。',
    'This computer has no usable keychain; use the passphrase.',
  ],
  'keys/passphrase-needed': [
    '没有设密码时，系统钥匙串是打开档案的钥匙，不能关掉。请先设一个密码。',
    'Without a passphrase the keychain is what opens the archive, so it stays on. Set a passphrase first.',
  ],
  'keys/disk-full': [
    '磁盘满了，这一步没有做成。客户资料没有改动，请腾出空间再试。',
    'The disk is full, so this was not done. Nothing about your customers changed; make room and try again.',
  ],
  'keys/no-permission': [
    '客簿没有权限读写自己的文件夹，这一步没有做成。客户资料没有改动，请检查这个文件夹的权限再试。',
    'Kebu may not read or write its own folder, so this was not done. Nothing about your customers changed; check the permissions of that folder and try again.',
  ],
  'keys/disk-failed': [
    '磁盘出错（{reason}），这一步没有做成。客户资料没有改动，请再试一次；总是这样的话，请检查这块硬盘。',
    'The disk failed ({reason}), so this was not done. Nothing about your customers changed; try again, and have the disk checked if it keeps happening.',
  ],
  'keys/passphrase-unsure': [
    '新密码已经写下，但磁盘没有确认。客户资料没有改动；下次请先用新密码打开，打不开再用原来的。',
    'The new passphrase is written, but the disk did not confirm it. Nothing about your customers changed; next time use the new one first, and the old one if it does not open.',
  ],
  'keys/damaged': [
    '密钥文件损坏，打不开。日志和备份都还在，请用备份恢复。',
    'The key file is damaged and cannot be opened. The journal and the backups are intact; restore from a backup.',
  ],
  'journal/damaged': [
    '日志在第 {seq} 条之后损坏。之前的都在，损坏的部分已另存一份。',
    'The journal is damaged after entry {seq}. Everything before it is intact; the damaged part was kept aside.',
  ],
  'journal/write-failed': [
    '没能把改动写到磁盘（{reason}）。之前保存的都在，这次的改动没有保存。',
    'The change could not be written to disk ({reason}). Everything saved before is safe; this change was not saved.',
  ],
  'journal/out-of-order': [
    '改动的次序不对，没有保存。请重新打开客簿。',
    'The change arrived out of order and was not saved. Reopen Kebu.',
  ],
  'journal/in-use': ['另一个客簿正在使用这个档案。', 'Another Kebu is using this archive.'],
  'archive/newer-version': [
    '这个档案由较新的客簿（{version}）写成，这一版打不开。没有改动它，请先升级。',
    'This archive was written by a newer Kebu ({version}). It was left untouched; upgrade first.',
  ],
  'archive/read-only': [
    '档案目前只读：{reason, select, ahead {数据库里有日志没有的改动} other {日志不能写入}}。可以查看和备份，不能修改。',
    'The archive is read-only: {reason, select, ahead {the database knows changes that the journal does not} other {the journal cannot be written}}. It can be read and backed up, not changed.',
  ],
  'archive/disk-nearly-full': [
    '磁盘只剩 {freeMb} MB，客簿先不写了，免得写坏。之前保存的都在，这次没有改动。请腾出空间，至少留 {neededMb} MB。',
    'Only {freeMb} MB are left on the disk, so Kebu writes nothing that could be torn. Everything saved before is safe; nothing changed now. Make room: {neededMb} MB at least.',
  ],
  'archive/no-snapshot': [
    '这么大的改动之前要先存一份快照，这次没有存成，所以没有任何改动。请到“安全”看看磁盘空间，再试一次。',
    'A change this large needs a snapshot first, and none could be made, so nothing changed. Look at the free space under Safety and try again.',
  ],
  'archive/mass-delete': [
    '一次要删掉 {count} 条（共 {total} 条），需要确认。没有任何改动。',
    'This would delete {count} of {total} at once and needs your word. Nothing changed.',
  ],
  'archive/damaged-record': [
    '有一条记录损坏了，已用日志重建。',
    'A record was damaged and is being rebuilt from the journal.',
  ],
  'archive/conflict': [
    '这条记录刚在别处改过，请看过新内容再改。',
    'This record was just changed elsewhere; look at the new content first.',
  ],
  'archive/invalid-record': [
    '有内容不合规则（{field}），没有保存。',
    'Something is not valid ({field}); it was not saved.',
  ],
  'archive/not-found': ['找不到这条记录，它可能已被删除。', 'That record is not there; it may have been deleted.'],
  'archive/past-shortened': [
    '这个旧值太长，卡片的改动记录里只留着开头，全文已不在日志里，没有改动。请到“安全”，从当时的备份里取回这位客户。',
    'That earlier value is so long that the card only kept how it began, and the journal no longer holds it. Nothing changed; take the customer from a backup of that time, under Safety.',
  ],
  'archive/in-bin': [
    '“{name}”在回收站里，没有保存，写好的内容还在。请先放回“{name}”，再存一次。',
    '“{name}” is in the bin, so this was not saved; what you typed is still there. Put “{name}” back, then save again.',
  ],
  'archive/nothing-to-undo': ['没有可以撤销的改动。', 'There is nothing to undo.'],
  'archive/nothing-to-redo': ['没有可以重做的改动。', 'There is nothing to redo.'],
  'archive/undo-conflict': [
    '之后又改过这些内容，不能直接撤销；没有任何改动。',
    'These records were changed again later, so this cannot simply be undone. Nothing changed.',
  ],
  'merge/number': [
    '一次可以合并两到 {most} 位客户。没有任何改动。',
    'Between two and {most} customers can be merged at a time. Nothing changed.',
  ],
  'merge/too-much': [
    '合并后有一项装不下（例如电话超过 50 个、备注超过一百万字）。没有任何改动，请先整理其中一位，或在那一项只留一位的内容。',
    'Together they have more of something than one customer can hold, such as over 50 phones. Nothing changed; tidy one of them first, or keep only one customer’s for that detail.',
  ],
  'merge/moved-on': [
    '“{name}”后来又并入了别的客户，要先把“{name}”拆出来。没有任何改动。',
    '“{name}” was itself merged into another customer since; take “{name}” out first. Nothing changed.',
  ],
  'merge/written-since': [
    '“{name}”拆出来以后又有了新的内容，不能直接撤销拆分；请重新合并这两位。没有任何改动。',
    '“{name}” was written to since it was taken out, so the step cannot simply be undone; merge the two again instead. Nothing changed.',
  ],
  'merge/is-merged': [
    '“{name}”现在是“{survivor}”的一部分，内容都在那里。要单独取回，请先在“{survivor}”的卡片上拆分。没有任何改动。',
    '“{name}” is part of “{survivor}” now, and everything is there. To bring it back by itself, unmerge it on the card of “{survivor}” first. Nothing changed.',
  ],
  'archive/currency-scale': [
    '档案里已有内容，金额的小数位数和这种货币不同（两位和三位）。没有改动，原来的货币不变；要用这种货币，请在录入客户之前选好。',
    'Prices in that currency have another number of decimals (three instead of two) than the amounts of this archive. Nothing was changed; such a currency has to be chosen before the first customer is entered.',
  ],
  'archive/introduced-in-circle': [
    '这样介绍就绕回自己了：被介绍的人（直接或隔几位）正是介绍人的介绍人。没有保存，原来的介绍人不变。',
    'That would run in a circle: whoever is introduced here introduced the introducer, directly or over others. Nothing was saved; who introduced whom stays as it was.',
  ],
  'archive/related-to-self': [
    '自己和自己不用记关系；没有保存。请选另一位。',
    'Nobody is related to themselves; nothing was saved. Choose somebody else.',
  ],
  'archive/related-to-nobody': [
    '关系的另一头已经不在客簿里了；没有保存，请重新选。',
    'Whoever is at the other end is no longer in the archive; nothing was saved. Choose again.',
  ],
  'archive/storage-failed': [
    '本机数据库用不了：{reason, select, quota {磁盘或配额满了} aborted {写入被中断} closed {浏览器把它关掉了} blocked {另一个窗口占着它} version {另一个窗口正在升级它} unreadable {它的文件读不出来} other {原因不明}}。改动都在日志里，一笔不少；重新打开客簿就会补上，补不上还可以从日志重建。',
    'The local database cannot be used: {reason, select, quota {the disk or its quota is full} aborted {a write was broken off} closed {the browser closed it} blocked {another window holds it} version {another window is upgrading it} unreadable {its files cannot be read} other {for an unknown reason}}. Every change is in the journal: reopening Kebu applies them, and if that fails, the database can be rebuilt from it.',
  ],
  'archive/store-damaged': [
    '本机数据库的文件坏了，有一部分读不出来。改动都在日志里；把坏的数据库丢掉，从快照和日志重建，就接着能用。',
    'Files of the local database are damaged, so that part of it cannot be read. Every change is in the journal: throw the damaged database away, rebuild it from snapshot and journal, and go on.',
  ],
  'archive/store-stuck': [
    '本机数据库的文件坏了，浏览器也丢不掉它。已经记下：请退出客簿再打开，打开前会先把它换掉，再从快照和日志重建。改动都在日志里。',
    'Files of the local database are damaged, and the browser cannot throw it away either. Quit Kebu and open it again: it is taken away first, and built anew from snapshot and journal. Every change is in the journal.',
  ],
  'backup/no-target': ['还没有选备份文件夹。', 'No backup folder has been chosen yet.'],
  'backup/target-missing': [
    '找不到备份文件夹，可能拔掉了。别处的备份不受影响。',
    'The backup folder is not there; it may be unplugged. Other backups are unaffected.',
  ],
  'backup/no-permission': [
    '备份文件夹不允许写入。没有留下半个文件，请换一个文件夹。',
    'The backup folder cannot be written to. No half file was left; choose another folder.',
  ],
  'backup/disk-full': [
    '备份的磁盘满了。没有留下半个文件，旧的备份都在。',
    'The backup disk is full. No half file was left and the older backups are intact.',
  ],
  'backup/write-failed': [
    '备份没有写成（{reason}）。旧的备份都在。',
    'The backup could not be written ({reason}). The older backups are intact.',
  ],
  'backup/verify-failed': [
    '备份写完后核对不符，已丢弃。旧的备份都在，请换个磁盘再试。',
    'The backup did not read back as written and was discarded. The older backups are intact; try another disk.',
  ],
  'backup/too-large': [
    '备份文件超过了这个磁盘能放的单个文件大小（FAT32 最多 4 GB）。没有留下半个文件，请把它格式化成 exFAT，或换一个文件夹。',
    'The backup is larger than a single file may be on this disk (4 GB on FAT32). No half file was left; format the disk as exFAT or choose another folder.',
  ],
  'backup/target-gone': [
    '写到一半，备份文件夹不见了，可能被拔掉了。本机快照已留好，下次插上会补上这一份。',
    'The backup folder went away while it was written to; it may have been unplugged. The snapshot on this computer is kept, and the copy is made when the folder is back.',
  ],
  'backup/no-snapshot': [
    '这台电脑上还没有核对过的快照可以拷贝，请先备份一次。',
    'There is no verified snapshot on this computer to copy yet; make a backup first.',
  ],
  'backup/nothing-to-try': [
    '电脑外面还没有能用来演练的备份。插上 U 盘或添加一个文件夹，备份一次再试。',
    'There is no backup outside this computer to try yet. Plug a stick in or add a folder, back up, and try again.',
  ],
  'backup/cancelled': ['已取消，没有留下半个文件。', 'Cancelled; no half file was left.'],
  'restore/not-a-backup': ['这不是客簿的备份文件。没有任何改动。', 'This is not a Kebu backup. Nothing changed.'],
  'restore/damaged': [
    '这个备份文件损坏或不完整。没有任何改动，请换一个备份。',
    'This backup is damaged or incomplete. Nothing changed; choose another backup.',
  ],
  'restore/newer-version': [
    '这个备份要用客簿 {app} 或更新的版本打开（格式 {version}）。没有任何改动，请先升级。',
    'This backup needs Kebu {app} or newer (format {version}). Nothing changed; upgrade first.',
  ],
  'restore/wrong-passphrase': [
    '密码或纸质密钥打不开这个备份。没有任何改动。',
    'That passphrase or paper key does not open this backup. Nothing changed.',
  ],
  'restore/unreadable': [
    '读不了这个备份文件（{reason}）。没有任何改动。',
    'This backup file cannot be read ({reason}). Nothing changed.',
  ],
  'restore/failed': [
    '恢复没有完成（{reason}）。没有丢失任何内容，请再试一次。',
    'The restore was not completed ({reason}). Nothing was lost; please try again.',
  ],
  'restore/no-safety-snapshot': [
    '恢复之前要先给现在的档案留一份快照，还没有留成。没有任何改动。',
    'A snapshot of the present archive has to be made before a restore, and there is none. Nothing changed.',
  ],
  'restore/files-missing': [
    '这份快照只属于原来那台电脑：它的 {count} 个客户文件不在里面，这里也没有。没有任何改动，请选一份存在文件夹或 U 盘上的备份，那里面文件是全的。',
    'This snapshot belongs to the computer it was made on: {count, plural, one {# file of customers is} other {# files of customers are}} neither in it nor here. Nothing changed; choose a backup from a folder or stick, which carries its files.',
  ],
  'restore/moment-gone': [
    '回不到那个时刻了：那之前的日志和快照已经整理掉。没有任何改动，请选更晚的时刻或一份备份。',
    'That moment can no longer be reached: journal and snapshots before it are gone. Nothing changed; choose a later moment or a backup.',
  ],
  'restore/erased-person': [
    '这位客户已按要求永久删除，不能从备份取回。没有任何改动。',
    'This customer was erased for good and cannot be taken from a backup. Nothing changed.',
  ],
  'erasure/list-damaged': [
    '永久删除的名单损坏了。为了不让删掉的人回来，没有继续。档案没有改动。',
    'The list of erased persons is damaged. So that nobody on it comes back, this was not done. The archive is unchanged.',
  ],
  'erasure/not-covered': [
    '还没有一份不含此人的快照，永久删除没有完成。名单已记下，再试一次即可。',
    'There is no snapshot without this person yet, so the erasure is not complete. It is on the list; try again.',
  ],
  'files/no-permission': [
    '没有权限写到那里，请换一个位置。',
    'There is no permission to write there; choose another place.',
  ],
  'files/disk-full': ['磁盘满了，文件没有保存。', 'The disk is full; the file was not saved.'],
  'files/write-failed': ['文件没有保存（{reason}）。', 'The file was not saved ({reason}).'],
  'files/missing': [
    '这个文件不在磁盘上了。如果备份里还有，可以从备份取回；档案的其他内容不受影响。',
    'This file is no longer on the disk. If a backup still has it, bring it back from there; the rest of the archive is unaffected.',
  ],
  'files/damaged': [
    '这个文件在磁盘上损坏了，打不开。如果备份里还有，可以从备份取回；档案的其他内容不受影响。',
    'This file is damaged on the disk and cannot be opened. If a backup still has it, bring it back from there; the rest of the archive is unaffected.',
  ],
  'files/too-large': [
    '这个文件超过 {limitMb} MB。请存小一点的版本，或把它留在原处、在备注里写明位置。',
    'It is larger than {limitMb} MB. Save a smaller version, or leave it where it is and note the place.',
  ],
  'files/empty': ['这个文件是空的。', 'It is empty.'],
  'files/changed': [
    '读到一半，这个文件变了。请等它存好再试。',
    'It changed while it was read. Try again when it is saved.',
  ],
  'files/program': [
    '这是一个程序，客簿不从这里运行它。需要的话，请另存后自行决定。',
    'This is a program, and Kebu does not run it from here. Save it elsewhere if you need it.',
  ],
  'files/no-opener': [
    '这台电脑没有程序能打开它（{reason}）。请另存后再打开。',
    'No program on this computer opens it ({reason}). Save it and open it from there.',
  ],
  'files/cancelled': ['已取消，没有添加。', 'Cancelled; nothing was added.'],
  'import/empty': ['这个文件是空的。没有任何改动。', 'This file is empty. Nothing changed.'],
  'import/not-a-table': [
    '这个文件不是表格（看起来是 {kind}）。没有任何改动，请另存为 .xlsx 或 .csv。',
    'This file is not a table (it looks like {kind}). Nothing changed; save it as .xlsx or .csv.',
  ],
  'import/unclosed-quote': [
    '从第 {line} 行开始有一个引号没有闭合，后面的都读不准。没有任何改动，请补上引号。',
    'A quote opened in line {line} is never closed, so the rest cannot be read. Nothing changed; close the quote.',
  ],
  'import/too-large': [
    '这个文件解开后太大（{limit}），像是压缩炸弹。没有任何改动。',
    'This file unpacks to too much ({limit}) and looks like a zip bomb. Nothing changed.',
  ],
  'import/no-header': [
    '没找到表头行。请指出哪一行是列名。',
    'No header row was found. Point out which row holds the column names.',
  ],
  'import/no-rows': ['表头下面没有数据。没有任何改动。', 'There are no rows below the header. Nothing changed.'],
  'import/encrypted': [
    '这个表格有密码，请先去掉密码再导入。',
    'This spreadsheet is encrypted; remove its password first.',
  ],
  'import/too-big': [
    '这个文件超过一次能导入的 {limitMb} MB。没有任何改动，请分成几份再导入。',
    'This file is larger than the {limitMb} MB that can be imported at once. Nothing changed; split it.',
  ],
  'import/damaged': [
    '这个文件损坏或不完整，读不出来。没有任何改动。',
    'This file is damaged or incomplete and cannot be read. Nothing changed.',
  ],
  'rule/no-frequency': [
    '重复规则没有说多久一次（FREQ），没有保存。',
    'The recurrence does not say how often (FREQ); it was not saved.',
  ],
  'rule/unknown-part': [
    '重复规则里的“{part}”不认识，没有保存。',
    'The recurrence contains “{part}”, which is not known; it was not saved.',
  ],
  'rule/repeated-part': [
    '重复规则里的 {part} 写了两次，没有保存。',
    'The recurrence gives {part} twice; it was not saved.',
  ],
  'rule/bad-value': [
    '重复规则里 {part} 的值“{value}”不对，没有保存。最短的间隔是一天。',
    'The recurrence gives {part} the value “{value}”, which it cannot have; it was not saved. The shortest rhythm is a day.',
  ],
  'rule/not-together': [
    '重复规则里 {part} 和 {other} 不能一起用，没有保存。',
    'The recurrence uses {part} together with {other}, which is not allowed; it was not saved.',
  ],
  'import/cancelled': ['已取消导入，没有任何改动。', 'The import was cancelled; nothing changed.'],
} as const satisfies Sentences;

export type ErrorCode = keyof typeof errorSentences;
