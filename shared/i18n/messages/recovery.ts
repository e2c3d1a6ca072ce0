import type { Sentences } from '../catalogue.ts';

/** What is told, and can be done, where something was lost or damaged. */
export const recoveryMessages = {
  'restore.title': ['从备份恢复', 'Restore from a backup'],
  'restore.choose': ['选择备份文件…', 'Choose a backup file…'],
  'restore.intro': [
    '选一个 .kebu 文件，用做备份时的密码或纸质密钥打开。看过内容再恢复，在那之前什么都不会改。',
    'Choose a .kebu file and open it with the passphrase or paper key it was made with. You see what is inside before anything changes.',
  ],
  'restore.check': ['打开并检查', 'Open and check'],
  'restore.checking': ['正在检查整个文件…', 'Checking the whole file…'],
  'restore.found': ['文件完整，里面有：', 'The file is whole. It holds:'],
  'restore.apply': ['恢复这些内容', 'Restore this'],

  'recovery.title': ['档案没能打开', 'The archive could not be opened'],
  'recovery.rebuild': ['从日志重建', 'Rebuild from the journal'],
  'recovery.safe': ['什么是安全的', 'What is safe'],
  'recovery.journal': [
    '日志完好，到第 {seq} 条（{when}），记着 {customers, number} 位客户。',
    'The journal is intact up to entry {seq} ({when}) and holds {customers, plural, one {# customer} other {# customers}}.',
  ],
  'recovery.journalDamaged': [
    '日志到第 {seq} 条（{when}）都在，记着 {customers, number} 位客户；之后损坏的 {kept, number} 字节已另存，没有删掉。',
    'The journal is intact up to entry {seq} ({when}) and holds {customers, plural, one {# customer} other {# customers}}; the {kept, number} damaged bytes after it were kept aside, not deleted.',
  ],
  'recovery.journalUnknown': [
    '日志暂时读不出来，没有被改动。',
    'The journal cannot be read at the moment; it was not changed.',
  ],
  'recovery.backup': [
    '最近一份核对过的备份：{name}，{when} 做的，到第 {seq} 条，{customers, number} 位客户。',
    'The newest verified backup: {name}, made {when}, up to entry {seq}, {customers, plural, one {# customer} other {# customers}}.',
  ],
  'recovery.noBackup': ['没有找到备份。', 'No backup was found.'],
  'recovery.todo': ['现在可以', 'What you can do'],
  'recovery.aheadTitle': [
    '日志缺了一段，先不改动任何东西',
    'Part of the journal is missing; nothing is changed for now',
  ],
  'recovery.ahead': [
    '本机数据库记到第 {database} 条改动，日志只到第 {journal} 条，像是日志被换成了旧的。为了不丢掉任何一边，客簿现在只看不写。',
    'The database holds changes up to entry {database}, the journal only up to entry {journal}, as if an older one had been put in its place. So that neither is lost, Kebu writes nothing for now.',
  ],
  'recovery.aheadOther': [
    '日志和本机数据库对不上，像是日志丢了开头或被换过。为了不丢掉任何一边，客簿现在只看不写。',
    'The journal and the database do not fit together, as if the journal had lost its beginning or been replaced. So that neither is lost, Kebu writes nothing for now.',
  ],
  'recovery.database': [
    '数据库完好，到第 {seq} 条（{when}），有 {customers, number} 位客户，可以看，也可以存成副本。',
    'The database is intact up to entry {seq} ({when}) and holds {customers, plural, one {# customer} other {# customers}}; it can be looked at and saved as a copy.',
  ],
  'recovery.saveCopy': ['先存一份副本…', 'Save a copy first…'],
  'recovery.saving': ['正在存副本…', 'Saving the copy…'],
  'recovery.saved': [
    '副本已存好并核对过，里面是数据库现在的全部内容。从它恢复，就能接着用。',
    'The copy is saved and verified. It holds everything the database has now: restore it to go on working.',
  ],
  'recovery.lossTitle': [
    '日志末尾损坏，后面可能缺了几笔',
    'The end of the journal is damaged; some changes may be missing',
  ],
  'recovery.loss': [
    '本机数据库是空的或被清掉了，日志在第 {seq} 条之后又读不出来。客簿已用完好的部分重建；之后若还记过东西，只有备份里可能有。',
    'The local database was empty or wiped, and the journal cannot be read after entry {seq}. Kebu rebuilt from the intact part; what was noted after it can only be in a backup.',
  ],
  'recovery.rebuilt': [
    '重建好的数据库到第 {seq} 条，有 {customers, number} 位客户、{records, number} 条记录。',
    'The rebuilt database goes up to entry {seq} and holds {customers, plural, one {# customer} other {# customers}} and {records, plural, one {# record} other {# records}}.',
  ],
  'recovery.goOn': ['用重建好的继续', 'Go on with what was rebuilt'],
  'recovery.export': ['另存日志原件…', 'Save the journal as it lies…'],
  'recovery.exported': [
    '日志原件已存成 {file}，内容仍是加密的。可以交给懂的人看。',
    'The journal was saved as {file}, still encrypted. Someone who knows can look into it.',
  ],
  'recovery.look': ['只看不改地打开', 'Open to look only'],
  'recovery.quit': ['退出客簿', 'Quit Kebu'],

  'notice.torn': ['日志末尾有一段没写完，已另存', 'The journal ended in a torn piece, which was kept aside'],
  'notice.tornDetail': [
    '上次大概是突然断电：日志第 {seq} 条之后有 {kept, number} 字节不完整，没有采信，也没有删掉。已确认保存的改动都在，本机数据库和日志一致。',
    'The power probably went last time: {kept, number} bytes after entry {seq} of the journal are incomplete. They are not believed and not deleted. Every change that was confirmed as saved is here; the database and the journal agree.',
  ],
  'notice.rebuilt': ['已从日志完整重建', 'Rebuilt from the journal'],
  'notice.rebuiltDetail': [
    '本机数据库是空的或被清掉了。客簿已用快照和日志补回 {records, number} 条记录、{customers, number} 位客户，用时 {seconds} 秒，没有丢失。',
    'The local database was empty or had been wiped. Kebu restored {records, plural, one {# record} other {# records}} and {customers, plural, one {# customer} other {# customers}} from the snapshot and the journal in {seconds} s. Nothing was lost.',
  ],
  'notice.outdated': ['已按新版本整理好', 'Brought up to the new version'],
  'notice.outdatedDetail': [
    '这一版客簿能记得更细。本机数据库已用快照和日志按新的写法重新写好：{records, number} 条记录、{customers, number} 位客户，用时 {seconds} 秒，没有丢失。',
    'This version of Kebu keeps more. The local database was written anew from the snapshot and the journal: {records, plural, one {# record} other {# records}} and {customers, plural, one {# customer} other {# customers}}, in {seconds} s. Nothing was lost.',
  ],
  'notice.damagedDetail': [
    '本机数据库里有内容读不出来，或和写进去的不一样。客簿没有采信，已用快照和日志重建 {records, number} 条记录、{customers, number} 位客户，用时 {seconds} 秒，没有丢失。',
    'Part of the local database could not be read, or was not what had been written. Kebu did not believe it and rebuilt {records, plural, one {# record} other {# records}} and {customers, plural, one {# customer} other {# customers}} from the snapshot and the journal in {seconds} s. Nothing was lost.',
  ],
  'notice.repaired': ['修好了损坏的记录', 'Damaged records were repaired'],
  'notice.repairedDetail': [
    '空闲核对时发现本机数据库里有 {customers, number} 位客户的记录损坏，已用快照和日志原样补回，没有丢失。如果常常出现，请检查这块硬盘。',
    'An idle check found damaged records of {customers, plural, one {# customer} other {# customers}} in the local database; they were brought back from the snapshot and the journal. Nothing was lost. If this keeps happening, have the disk checked.',
  ],
  'notice.diskFull': ['磁盘快满了，客簿已转为只读', 'The disk is nearly full: Kebu is read-only'],
  'notice.diskFullDetail': [
    '磁盘只剩 {free}。之前保存的都在，可以查看，也可以备份到 U 盘；腾出空间后会自动恢复保存（至少 300 MB，最好 1 GB 以上）。',
    'Only {free} are left. Everything saved is safe and can be looked at and backed up to a stick; saving resumes by itself once there is room (300 MB at least, better 1 GB).',
  ],
  'notice.diskLow': ['磁盘空间不多了', 'The disk is getting full'],
  'notice.diskLowDetail': [
    '还剩 {free}。少于 300 MB 时客簿会停止保存，请先清理一些文件。',
    '{free} are left. Below 300 MB Kebu stops saving; please make some room first.',
  ],
  'notice.replayed': ['已补上上次没写完的改动', 'Caught up with the journal'],
  'notice.replayedDetail': [
    '上次关闭时有 {count, number} 笔改动只写到了日志，现在已补进数据库，没有丢失。',
    '{count, plural, one {# change was} other {# changes were}} in the journal only when Kebu last closed; now applied. Nothing was lost.',
  ],
  'notice.ahead': ['档案以只读方式打开', 'The archive is open read-only'],
  'notice.aheadDetail': [
    '本机数据库比日志新，像是日志被换成了旧的。现在可以看、可以备份，不能修改。请先备份，再从最新的备份恢复。',
    'The local database is newer than the journal, as if the journal had been replaced by an old one. You can look and back up but not change anything. Back up first, then restore the newest backup.',
  ],
  'notice.readOnly': ['档案目前只读', 'The archive is read-only'],
  'notice.unclean': ['上次没有正常关闭', 'Kebu was not closed properly last time'],
  'notice.uncleanDetail': [
    '已核对日志和数据库，{customers, number} 位客户都在。',
    'The journal and the database were compared: {customers, plural, one {# customer is} other {all # customers are}} there.',
  ],
} as const satisfies Sentences;
