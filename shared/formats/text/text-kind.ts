/**
 * What a text file is, from its first characters: `table` for delimited text, `markup` for the HTML and XML that systems
 * save under `.xls`, `cards` for vCards, or the name of something that is no table.
 */
export function textKind(start: string): 'table' | 'markup' | 'cards' | { kind: string } {
  const text = start.trimStart();
  if (/^\s*BEGIN\s*:\s*VCARD\s*$/im.test(text)) return 'cards';
  if (/^BEGIN:VCALENDAR/i.test(text)) return { kind: 'iCalendar' };
  if (/^(?:\{\s*"|\[\s*[{["])/.test(text)) return { kind: 'JSON' };
  if (/^<(?:!doctype html|html|head|body|table|style|meta|\?xml|!--)/i.test(text)) return 'markup';
  return 'table';
}
