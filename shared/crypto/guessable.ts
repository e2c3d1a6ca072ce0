/**
 * Pieces that guessing programs try first. Each counts as a single character, however long it is.
 * Longer pieces come first, so that they are found before their parts.
 */
export const guessablePieces: readonly string[] = [
  ...words(`
    correcthorsebatterystaple administrator qwertyuiop asdfghjkl passphrase password passwort passw0rd p@ssw0rd
    1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5 1q2w3e4r5t a1s2d3f4g5 z1x2c3v4b5 1qa2ws3ed 1q2w3e4r 1qaz2wsx zxcvbnm qwerasdf
    qawsed qazwsx qwerty asdfgh zxcvb iloveyou letmein welcome dragon monkey sunshine princess football baseball superman
    master shadow abc123 customer archive secret hello admin login test keep pass
    147258369 1314520 5201314 11223344 14789632 112233 168168 518518 888888 666666 520520
  `),
  // What people who write Chinese like to take: wishes, love, the first lines everybody knows, in letters and in characters.
  ...words(`
    tiantianxiangshang chuangqianmingyueguang woaibeijingtiananmen haohaoxuexi gongxifacai gongxifachai shengrikuaile
    xinniankuaile wanshiruyi pinganfugui yishengyishi yibeizi tianxiawudi woshishui woshitiancai woaizhongguo
    woaiwojia woyaofacai zhaocaijinbao xiangnian zhangsan wangwu lisi woaini aiwojia laopo laogong baobei zhongguo
    beijing shanghai tianxia facai nihao kehu mima kebu dangan
    好好学习 天天向上 恭喜发财 生日快乐 新年快乐 万事如意 大吉大利 招财进宝 一生一世 一帆风顺 平安是福
    我爱北京天安门 床前明月光 疑是地上霜 举头望明月 低头思故乡 我爱中国 我爱你 我是谁 天下无敌 老婆 老公 宝贝 中国
    密码 客户 客簿 档案 北京 上海 发财
  `),
].sort((a, b) => b.length - a.length);

/**
 * Those of the 49,233 passwords in @zxcvbn-ts/language-common 4.1.3 (MIT) that the rules beside this file would let pass; a test
 * holds the rules against all of them.
 */
export const commonPassphrases: ReadonlySet<string> = new Set(
  words(`
    014702580369 01telemike01 050605rostik 1234qwerasdfzxcv 12qw34er56ty 1a2a3a4a5a6a 1a2s3d4f5g6h 1qa2ws3ed4rf
    1qa2ws3ed4rf5tg 1qazxsw23edcvfr4 23176djivanfros 23wkoa0fp78dk 32615948worms 4815162342lost 59382113kevinp
    6215mila6215 89231243658s 89876065093rax a1s2d3f4g5h6 aksjdlasdakj89879 alpha135792468 amadeusptfcor
    an83546921an13 andrewjackie anytimetoday bhrh0h2oof6xbqjeh blacksonblon bltynbabrfwbz bpgjldsgjldthnf
    chesterfield chickenwing101 christopher1 civilization cjdthitycndj configuratio construction contortionist
    corperfmonsy cosmopolitan counterstrike devilmaycry4 digitalprodu dkflbvbhjdbx dkflbvbhjdyf entertainment
    finalfantasy findaupair007 fkmnthyfnbdf fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf flvbybcnhfnjh foreveryoung
    frederiksberg fucktheworld fuckyoubitch gfhfktkjuhfv ghbdtnrfrltkf ghjcnjgbpltw ghjcnjgfhjkm ghjcnjqgfhjkm
    ghjcnjrdfibyj ghjnbdjcnjzybt ghtdtlvtldtl gjkysqgbpltw gthtrfnbgjkt gtnhjpfdjlcr hd764nw5d7e1vb1
    hd764nw5d7e1vbv hedimaptfcor ilovemyfamily ingodwetrust international ipo54tj45uy856 iseedeadpeople
    justinbieber ktjynsq40147 leavemealone lhbjkjubz2957704 lost4815162342 lytdybrbdfvgbhf lytghjgtnhjdcr
    mailcreated5240 maprchem56458 maurolarastefy michaeljackson momsanaladventure morganstanley mortalkombat
    motherfucker msoracle32re msorcloledbr ne_e_pod_chehyl necronomicon nemvxyheqdd5oqxyxyzi networkingpe
    nhbujyjvtnhbz nhecsyfujkjdt nhfdvfnjkju123 nhfycajhvths nick1234-rem936 nightcrawler nondriversig
    p030710p$e4o philadelphia playstation2 playstation3 polniypizdec0211 polniypizdec1102 polniypizdec110211
    pornographic ptybnxtvgbjy punksnotdead q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0
    qawsedrftgyh qwaszxerdfcv qwerasdfzxcv qwertasdfgzxcvb residentevil ronaldinho10 sanfrancisco satisfaction
    saun24865709 scandinavian sdicmt7seytn sojdlg123aljg specialinsta stinkyfinger stratocaster supernatural
    systemofadown thecakeisalie transformers unbelievable vanyarespekt vladimirovna websolutions websolutionssu
    webuivalidat weihnachtsbau weihnachtsbaum whosyourdaddy z1x2c3v4b5n6 z1x2c3v4b5n6m7 zcfvfzkexifz
    zqjphsyf6ctifgu
  `),
);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
