import type { Sentences } from '../catalogue.ts';

/** The first run and the paper key. */
export const firstRunMessages = {
  'first.title': ['一个人的客户档案', 'The customer archive for people who work alone'],
  'first.promise': ['全在这台电脑上，加密保存，不联网。', 'All on this computer, encrypted, never online.'],
  'first.doors': ['怎么开始？', 'How do you want to start?'],
  'first.door.import': ['导入一个文件', 'Import a file'],
  'first.door.import.detail': [
    '已有的客户名单：Excel 或 CSV，列名自动对上。',
    'A list you already have: Excel or CSV, columns matched for you.',
  ],
  'first.door.practice': ['逛逛练习店铺', 'Try the practice shop'],
  'first.door.practice.detail': [
    '虚构的八百多位客户和两年订单，随便试。',
    'Invented customers with two years of orders, to play with.',
  ],
  'first.door.first-customer': ['记下第一位客户', 'Type the first customer'],
  'first.door.first-customer.detail': ['从空白开始，一行字就够。', 'Start empty; one line is enough.'],
  'first.protect': ['锁上它', 'Lock it'],
  'first.passphrase': ['密码', 'Passphrase'],
  'first.passphraseHelp': [
    '四个词，或十二个以上的字符。好记的一句话最好。',
    'Four words or twelve characters; best is a sentence.',
  ],
  'first.weak.short': ['还太短，再加几个不相干的词。', 'Still too short; add a few unrelated words.'],
  'first.weak.guessable': [
    '这种会先被人试：常见的词和句子、生日、手机号、键盘顺序都不算数。换几个不相干的词。',
    'This is tried first: common words and phrases, birthdays, phone numbers and keyboard rows do not count. Take a few unrelated words.',
  ],
  'first.strong': ['很好，猜不到。', 'Good; nobody will guess this.'],
  'first.keychain': [
    '在这台电脑上自动打开（密钥另存一份在系统钥匙串）',
    'Open by itself on this computer (a copy of the key goes into the system’s keychain)',
  ],
  'first.skip': ['先不设密码', 'Go without a passphrase for now'],
  'first.skipWarning': [
    '能用这台电脑的人，就能打开你的客户档案。档案在磁盘上仍是加密的，换电脑时要用纸质密钥。密码以后可以在“安全”里补上。',
    'Whoever can use this computer can open your archive. It is still encrypted on disk, and another computer needs the paper key. You can set a passphrase later under Safety.',
  ],
  'first.create': ['建立档案', 'Create the archive'],
  'first.creating': ['正在生成密钥…', 'Making the keys…'],
  'first.paperKey': ['纸质密钥', 'Paper key'],
  'first.paperKeyIntro': [
    '忘了密码、换了电脑，只有这张纸能打开档案，没有别人能帮忙。打印或抄下来，放在安全的地方，不要拍照。',
    'If you forget the passphrase or change computers, only this paper opens the archive; nobody else can. Print or copy it and keep it somewhere safe; do not photograph it.',
  ],
  'first.confirm': ['看着纸输入这两组，确认没抄错：', 'Type these two groups from the paper, to be sure:'],
  'first.group': ['第 {index} 组', 'Group {index}'],
  'first.finish': ['进入客簿', 'Open Kebu'],
  'first.later': ['以后再确认', 'Confirm later'],
  'first.restore': ['我有备份，从备份恢复', 'I have a backup: restore it'],
  'first.language': ['语言', 'Language'],

  'paper.title': ['客簿纸质密钥', 'Kebu paper key'],
  'paper.print': ['打印', 'Print'],
  'paper.made': ['{date} 打印', 'Printed {date}'],
  'paper.instructions': [
    '在客簿的锁定页或恢复页选“纸质密钥”，输入上面的字。妥善保管：拿到这张纸和档案文件的人能读到全部客户。',
    'Choose “paper key” on the lock or restore page of Kebu and type the characters above. Keep it safe: whoever holds this paper and the archive can read all of it.',
  ],
  'paper.qr': ['纸质密钥的二维码', 'QR code of the paper key'],
} as const satisfies Sentences;
