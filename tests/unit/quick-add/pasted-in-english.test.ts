import { describe, expect, it } from 'vitest';
import { readQuickAdd } from '#shared/quick-add/read-quick-add.ts';
import { toldPiece } from '../../helpers/told-piece.ts';

/** A Saturday. */
const today = '2026-11-21';

/** Signatures, mails, chats and lines of notebooks as people paste them, also ugly ones. */
const pasted: [text: string, understood: string[]][] = [
  ['New lead: Bob Brown, Acme, 07700 900444', ['name Bob Brown', 'note Acme', 'phone 07700 900444']],
  ['Tom & Jerry Ltd, 020 7946 0000, London', ['name Tom & Jerry Ltd', 'phone +442079460000', 'note London']],
  ['Bob Brown - Acme - call Monday', ['name Bob Brown', 'note Acme', 'followUp 2026-11-23 call']],
  [
    'Kind regards,\n\nEmily Carter\nHead of Procurement\nNorthwind Traders Ltd\nT +44 20 7946 0958 | M +44 7700 900123\nemily.carter@northwind.co.uk\n10 Downing Street, London SW1A 2AA\nwww.northwind.co.uk',
    [
      'name Emily Carter',
      'title Head of Procurement',
      'organization Northwind Traders Ltd',
      'phone +442079460958',
      'phone +447700900123',
      'email emily.carter@northwind.co.uk',
      'address 10 Downing Street, London, SW1A 2AA',
      'website www.northwind.co.uk',
    ],
  ],
  [
    "Best,\nMike\n--\nMichael O'Brien, PhD\nSenior Account Executive | Contoso Inc.\n(415) 555-0132 x204 | mobile (415) 555-0199\nmobrien@contoso.com\n1 Market St, Suite 300, San Francisco, CA 94105",
    [
      'note Mike',
      "name Michael O'Brien",
      'note PhD',
      'title Senior Account Executive',
      'organization Contoso Inc',
      'phone +14155550132-204',
      'phone +14155550199',
      'email mobrien@contoso.com',
      'address 1 Market St, Suite 300, San Francisco, CA 94105',
    ],
  ],
  [
    'From: Sarah Connor <sarah.connor@cyberdyne.com>\nSent: Tuesday, 12 May 2026 09:14\nTo: Sales\nSubject: Quote for 200 units',
    [
      'name Sarah Connor',
      'email sarah.connor@cyberdyne.com',
      'note Sent: Tuesday, 12 May 2026 09:14',
      'note To: Sales',
      'note Subject: Quote for 200 units',
    ],
  ],
  [
    'Dr. Hannah Müller, Müller & Söhne GmbH, Hauptstr. 12, 80331 München, Tel. +49 89 12345678',
    [
      'name Dr. Hannah Müller',
      'organization Müller & Söhne GmbH',
      'address Hauptstr. 12, 80331 München',
      'phone +498912345678',
    ],
  ],
  [
    'Hi, this is Tom from Brightwell, my number is 07700 900456, can you call me back tomorrow at 3pm? Thanks',
    ['name Tom', 'organization Brightwell', 'phone 07700 900456', 'followUp 2026-11-22T15:00 call me back'],
  ],
  ['Tom Hardy 07700 900456', ['name Tom Hardy', 'phone 07700 900456']],
  [
    'Jane Smith, 07911 123456, 4 Privet Drive, Little Whinging, Surrey RH1 1AA',
    ['name Jane Smith', 'phone +447911123456', 'address 4 Privet Drive, Little Whinging, Surrey, RH1 1AA'],
  ],
  ['Sent from my iPhone\nPete Best\n+1 (212) 555-0187', ['name Pete Best', 'phone +12125550187']],
  [
    'Acme Corp - John Doe - CEO - john@acme.com - 555-123-4567',
    ['organization Acme Corp', 'name John Doe', 'title CEO', 'email john@acme.com', 'phone +15551234567'],
  ],
  [
    'John Doe\nCEO, Acme Corp\n123 Main St\nSpringfield, IL 62704\nUSA\n(217) 555-0123',
    [
      'name John Doe',
      'title CEO',
      'organization Acme Corp',
      'address 123 Main St, Springfield, IL 62704, USA',
      'phone +12175550123',
    ],
  ],
  [
    'Name: Priya Patel\nPhone: +91 98765 43210\nCompany: Patel Textiles Pvt Ltd\nCity: Mumbai',
    ['name Priya Patel', 'phone +919876543210', 'organization Patel Textiles Pvt Ltd', 'address Mumbai'],
  ],
  [
    '[12:03, 5/3/2026] Maria Lopez: Hola, soy Maria, mi numero es +34 612 345 678',
    [
      'note [12:03, 5/3/2026]',
      'name Maria Lopez',
      'note Hola',
      'note soy Maria',
      'note mi numero es',
      'phone +34612345678',
    ],
  ],
  [
    'Maria Lopez, +34 612 345 678, birthday 14 Feb, met at fair, likes email',
    ['name Maria Lopez', 'phone +34612345678', 'birthday solar 2-14', 'note met at fair', 'note likes email'],
  ],
  [
    'BILL GATES\nMICROSOFT CORPORATION\n+1 425 882 8080',
    ['name BILL GATES', 'organization MICROSOFT CORPORATION', 'phone +14258828080'],
  ],
  [
    "O'Connor, Sean; sean@oconnor.ie; +353 1 234 5678",
    ["name O'Connor", 'note Sean', 'email sean@oconnor.ie', 'phone +35312345678'],
  ],
  [
    'Jean-Pierre Dupont, 15 rue de la Paix, 75002 Paris, France, +33 1 42 68 53 00',
    ['name Jean-Pierre Dupont', 'address 15 rue de la Paix, 75002 Paris, France', 'phone +33142685300'],
  ],
  [
    'Li Wei (Kevin), Sales Manager, Ningbo Sunrise Import & Export Co., Ltd., +86-574-8765-4321, WeChat: liwei_nb',
    [
      'name Li Wei',
      'note (Kevin)',
      'title Sales Manager',
      'organization Ningbo Sunrise Import & Export Co., Ltd.',
      'phone +8657487654321',
      'im wechat liwei_nb',
    ],
  ],
  [
    'mum of Ben, year 3, 07700 900789, wants Tuesday lessons',
    ['name mum of Ben', 'note year 3', 'phone 07700 900789', 'note wants', 'followUp 2026-11-24 lessons'],
  ],
  [
    'Bob, plumber, bob@pipes.com, call back on Friday re boiler',
    ['name Bob', 'note plumber', 'email bob@pipes.com', 'followUp 2026-11-27 call back', 'note re boiler'],
  ],
  [
    'Lisa Wong | linkedin.com/in/lisawong | Skype: lisa.wong | +65 9123 4567',
    ['name Lisa Wong', 'website linkedin.com/in/lisawong', 'note Skype: lisa.wong', 'phone +6591234567'],
  ],
  ['WhatsApp +60 12-345 6789 Ahmad bin Ismail', ['phone +60123456789', 'name Ahmad bin Ismail']],
  ['Emma Brown 020 7946 0018', ['name Emma Brown', 'phone +862079460018']],
  [
    'Mr. James Bond\nUniversal Exports\nVauxhall Cross, 85 Albert Embankment, London SE1 7TP\ntel: 020 7946 0007\nfax: 020 7946 0008',
    [
      'name Mr. James Bond',
      'organization Universal Exports',
      'address Vauxhall Cross, 85 Albert Embankment, London, SE1 7TP',
      'phone +442079460007',
      'phone +442079460008 fax',
    ],
  ],
  [
    'Hi Tom,\nPlease call me on 07911 123456.\nRegards,\nAnna Bell\nBell & Co',
    ['note Hi Tom,', 'phone 07911 123456', 'name Anna Bell', 'organization Bell & Co'],
  ],
  ['Best Western Hotel, +1 212 555 0143', ['name Best Western Hotel', 'phone +12125550143']],
  ['Anna Lee\n25 Market Street\nSydney NSW 2000', ['name Anna Lee', 'address 25 Market Street, Sydney, NSW 2000']],
  ['Wang Wu Tel/WeChat: 13800138000', ['name Wang Wu', 'im wechat 13800138000', 'phone +8613800138000']],
  ['e: emma@x.com Emma', ['email emma@x.com', 'name Emma']],
  ['Emma Email emma@x.com', ['name Emma', 'email emma@x.com']],
  ['Mail Shop mail@acme.com', ['name Mail Shop', 'email mail@acme.com']],
  ['0086-13800138000 Zhang San', ['phone +8613800138000', 'name Zhang San']],
  ['jane doe 07911123456', ['name jane doe', 'phone 07911123456']],
  ['JOHN SMITH 555.123.4567 john@x.org', ['name JOHN SMITH', 'phone +15551234567', 'email john@x.org']],
  ['Jim Mobile: 0412 345 678 (Sydney)', ['name Jim', 'phone +61412345678', 'note (Sydney)']],
  ['Ravi, 98765 43210, Mumbai', ['name Ravi', 'phone +919876543210', 'note Mumbai']],
  ['Sean, 085 123 4567, Dublin', ['name Sean', 'phone +353851234567', 'note Dublin']],
  [
    'Meeting with Alice Brown next Monday 10am re: contract, alice@b.com',
    ['name Alice Brown', 'followUp 2026-11-23T10:00 re: contract', 'email alice@b.com'],
  ],
];

describe('what is pasted in English', () => {
  it.each(pasted)('%j', (text, understood) => {
    const pieces = readQuickAdd(text, today);
    expect(pieces.map((piece) => `${piece.kind} ${toldPiece(piece)}`.trim())).toEqual(understood);
  });
});
