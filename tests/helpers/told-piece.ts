import { formatAddress } from '#shared/match/format-address.ts';
import type { Piece } from '#shared/quick-add/piece.ts';

/** A part of a pasted text in a few words: what it is understood to be, and what is stored of it. */
export function toldPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'phone': {
      const { e164, raw, extension, kind } = piece.phone;
      return (e164 ?? raw) + (extension ? `-${extension}` : '') + (kind === 'fax' ? ' fax' : '');
    }
    case 'im':
      return `${piece.im.kind} ${piece.im.account}`;
    case 'address': {
      const { regionCode, street } = piece.address;
      return regionCode === undefined ? formatAddress(piece.address) : [regionCode, street].filter(Boolean).join(' ');
    }
    case 'followUp':
      return `${piece.due} ${piece.title}`;
    case 'birthday': {
      const { calendar, year, month, day } = piece.date;
      return `${calendar} ${year ? `${year}-` : ''}${month}-${day}`;
    }
    case 'anniversary':
      return `${piece.label} ${piece.date.calendar} ${piece.date.month}-${piece.date.day}`;
    case 'gender':
      return piece.gender;
    case 'email':
      return piece.address;
    case 'website':
      return piece.url;
    case 'title':
      return piece.title;
    case 'uscc':
      return piece.code;
    case 'note':
      return piece.text;
    case 'name':
    case 'organization':
    case 'department':
    case 'industry':
    case 'tag':
      return piece.name;
  }
}
