/** Said to somebody, or put there by a program: it tells nothing of who wrote it. */
const greetings =
  '(?:老板|亲爱的?|亲|老师|美女|帅哥)?(?:你好|您好|早上好|上午好|中午好|下午好|晚上好|在吗|在么|在不在)[啊呀]?|' +
  '谢谢(?:您|你|啦|了)?|多谢|感谢|辛苦(?:您|你)?了?|麻烦(?:您|你)?了?|拜托了?|好的|收到|嗯+|' +
  '此致|敬礼|此致敬礼|祝好|顺[祝颂]商祺|商祺|祝(?:您|你)?(?:工作顺利|生活愉快|生意兴隆)|' +
  '图片|照片|语音|视频|动画表情|表情|链接|文件|位置|名片|个人名片|聊天记录|转账|红包|' +
  '(?:(?:with )?(?:kind|best|warm|warmest) )?(?:regards|wishes)|best|cheers|(?:many )?thanks(?: (?:a lot|again|so much|in advance))?|' +
  'thank you(?: (?:very much|so much|in advance))?|sincerely|yours(?: (?:sincerely|faithfully|truly))?|' +
  'hi|hello|hey|hi there|dear(?: (?:all|team|sir|madam|sir or madam))?|please|pls|(?:can|could) you(?: please)?|' +
  'sent from my \\p{L}+(?: \\p{L}+)?|get outlook for \\p{L}+|' +
  'my (?:number|mobile|cell|phone|e-?mail)(?: number)? is|(?:(?:you can|please|pls) )?(?:reach|call|ring|text) me (?:at|on)|whatsapp|skype|telegram';

/** What only says what comes next. */
const labels =
  '我|我的|我是|我的是|他|她|他的|她的|是|的|在|客户|新客户|个性签名|签名|customer|client|电话|手机|联系电话|联系方式|联系人|' +
  '收件人|收货人|地址|姓名|名字|公司|单位|邮箱|微信|职位|职务|备注|生日|日期|时间|传真|tel|mobile|phone|fax|e-?mail|address|name|company|' +
  'title|note|date|time|and|the|m|t|e|w';

const empty = new RegExp(`^(?:${greetings}|${labels})$`, 'iu');

/** Whether a word or a sentence says nothing of a customer. */
export function saysNothing(text: string): boolean {
  return empty.test(text.replace(/\s+/g, ' '));
}
