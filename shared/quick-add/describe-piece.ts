import { formatAddress } from '../match/format-address.ts';
import { formatPhone } from '../match/format-phone.ts';
import type { LocalDate } from '../domain/record.ts';
import type { Language } from '../i18n/catalogue.ts';
import { formatClock, formatDayAndWeekday } from '../i18n/format.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { sayYearlyDate } from '../i18n/say-yearly-date.ts';
import { translate } from '../i18n/translate.ts';
import type { Piece, Understood } from './piece.ts';

/** What a part is called. */
export const pieceLabels = {
  name: 'field.name',
  organization: 'field.organization',
  title: 'field.title',
  department: 'field.department',
  industry: 'field.industry',
  gender: 'field.gender',
  phone: 'field.phones',
  email: 'field.emails',
  im: 'field.ims',
  website: 'field.website',
  uscc: 'field.uscc',
  tag: 'field.tagIds',
  birthday: 'field.birthday',
  anniversary: 'import.field.anniversary',
  address: 'field.addresses',
  followUp: 'new.followUp',
  note: 'field.note',
} as const satisfies Record<Understood['kind'], MessageKey>;

/** What was understood, in words: `11月24日 周二 回访`, `农历八月十五`, `138 0013 8000`. */
export function describePiece(language: Language, piece: Piece, today: LocalDate): string {
  switch (piece.kind) {
    case 'name':
    case 'organization':
    case 'department':
    case 'industry':
    case 'tag':
      return piece.name;
    case 'gender':
      return translate(language, `facts.${piece.gender}`);
    case 'title':
      return piece.title;
    case 'phone':
      return formatPhone(piece.phone);
    case 'email':
      return piece.address;
    case 'im':
      return `${translate(language, `new.im.${piece.im.kind}`)} ${piece.im.account}`;
    case 'website':
      return piece.url;
    case 'uscc':
      return piece.code;
    case 'birthday':
      return sayYearlyDate(language, piece.date);
    case 'anniversary':
      return `${piece.label} ${sayYearlyDate(language, piece.date)}`;
    case 'address':
      return formatAddress(piece.address);
    case 'followUp': {
      const title = piece.title === '' ? translate(language, 'followUps.default') : piece.title;
      return [formatDayAndWeekday(language, piece.due.slice(0, 10), today), formatClock(piece.due), title]
        .filter((part) => part !== '')
        .join(' ');
    }
    case 'note':
      return piece.text;
  }
}
