/** What an English-speaking tradesman writes down after a contact. `{g}` goods, `{n}` a small number. */
export const englishRemarks: readonly string[] = [
  'Rang about {g}, wants {n} of them by Friday. Promised a price tomorrow.',
  'No answer, left a voicemail.',
  'Dropped off samples of {g}, back next week to hear what she thinks.',
  'Happy with the {g}. Asked about opening hours over Christmas.',
  'Complained that {g} arrived scratched. Replacement goes out Monday, no charge.',
  'Called in for a chat; new kitchen in spring, keep in touch.',
  'Chased invoice, says the cheque is in the post.',
  'Quoted for {g}, {n} off, trade price. Waiting for the client to decide.',
  'Texted: van is at the yard until four, will collect {g}.',
  'Not interested, has a supplier in town.',
  'Number no longer in use, ask his brother.',
  'Met at the county show, took a card, does holiday lets.',
  'Wants {n} metres cut to length, delivery to the site in Mill Lane.',
  'Sent the catalogue by e-mail. "Will have a look at the weekend."',
  'Returned {n} unused {g}, credit note raised.',
  'Asked us to keep the {g} aside until payday.',
];

export const englishGoods = [
  'copper pipe',
  'door hinges',
  'brass taps',
  'sash cord',
  'LED panels',
  'tile adhesive',
  'thermostatic valves',
  'loft insulation',
  'deck screws',
  'radiator brackets',
] as const;
