/** A cell of a table as spreadsheets put it on the clipboard beside its text. */
export interface TableCell {
  /** As it is shown there; its lines are parted by line feeds. */
  text: string;
  /** The number behind what is shown. */
  value?: string;
}

/** What stands in these is not shown. */
const unseen: ReadonlySet<string> = new Set(['style', 'script', 'title', 'xml']);

/**
 * The cells that are seen of the only table in the HTML that Excel, WPS, LibreOffice and Google Sheets put on the clipboard;
 * cells that are one stand in the first place. `null` where there is no table, more than one, or more cells than `most`.
 * Every character is looked at once, whatever the HTML is.
 */
export function readHtmlTable(html: string, most: number): TableCell[][] | null {
  const reader = new TableReader(most);
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    reader.text(html.slice(at, tag < 0 ? html.length : tag));
    if (tag < 0) break;
    at = html.startsWith('<!--', tag) ? behind(html, '-->', tag + 4) : endOfTag(html, tag);
    const [, slash, name = ''] = /^<(\/?)([a-z][\w:-]*)/i.exec(html.slice(tag, tag + 40)) ?? [];
    const key = name.toLowerCase();
    if (slash === '/') reader.end(key);
    else if (unseen.has(key)) at = endOfTag(html, behind(html, `</${name}`, at));
    else if (key !== '') reader.begin(key, html.slice(tag + 1 + name.length, at - 1));
    if (reader.isFull) return null;
  }
  return reader.rows();
}

function behind(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

/** Behind the `>` of a tag; one in quotes is none. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const sign = html.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  return html.length;
}

/** Follows the tags of one table. */
class TableReader {
  readonly #most: number;
  readonly #grid: (TableCell | undefined)[][] = [];
  #tables = 0;
  /** The row that is read, and where in it the next cell may stand; -1 before the first one. */
  #row = -1;
  #column = 0;
  #isRowHidden = false;
  #cells = 0;
  #open: { pieces: string[]; attributes: string } | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  get isFull(): boolean {
    return this.#cells > this.#most || this.#tables > 1;
  }

  text(raw: string): void {
    this.#open?.pieces.push(decode(raw.replace(/[ \t\r\n]+/g, ' ')));
  }

  begin(name: string, attributes: string): void {
    if (name === 'table') this.#tables += 1;
    if (name === 'br') this.#open?.pieces.push('\n');
    if (name === 'tr') {
      this.#close();
      this.#isRowHidden = isHidden(attributes);
      if (!this.#isRowHidden) this.#row += 1;
      this.#column = 0;
    }
    if ((name === 'td' || name === 'th') && this.#row >= 0) {
      this.#close();
      this.#open = { pieces: [], attributes };
    }
  }

  end(name: string): void {
    if (name === 'td' || name === 'th' || name === 'tr' || name === 'table') this.#close();
  }

  rows(): TableCell[][] | null {
    this.#close();
    if (this.#tables !== 1) return null;
    return Array.from({ length: this.#grid.length }, (_, at) =>
      Array.from(this.#grid[at] ?? [], (cell) => cell ?? { text: '' }),
    );
  }

  #close(): void {
    const cell = this.#open;
    this.#open = null;
    if (!cell || this.#isRowHidden || isHidden(cell.attributes)) return;
    const lines = cell.pieces.join('').split('\n');
    const text = lines
      .map((line) => line.trim())
      .join('\n')
      .trim();
    const value = valueIn(cell.attributes);
    const [down, across] = [spanIn(cell.attributes, 'rowspan'), spanIn(cell.attributes, 'colspan')];
    this.#cells += down * across;
    if (this.isFull) return;
    while (this.#rowAt(this.#row)[this.#column]) this.#column += 1;
    for (let y = 0; y < down; y += 1) {
      for (let x = 0; x < across; x += 1) this.#rowAt(this.#row + y)[this.#column + x] = { text: '' };
    }
    this.#rowAt(this.#row)[this.#column] = value === undefined ? { text } : { text, value };
  }

  #rowAt(at: number): (TableCell | undefined)[] {
    return (this.#grid[at] ??= []);
  }
}

function isHidden(attributes: string): boolean {
  return /display\s*:\s*none/i.test(attributes);
}

function attributeIn(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return match ? decode(match[1] ?? match[2] ?? match[3] ?? '') : undefined;
}

function spanIn(attributes: string, name: 'rowspan' | 'colspan'): number {
  const span = Number(attributeIn(attributes, name) ?? 1);
  return Number.isInteger(span) && span > 0 ? span : 1;
}

/** LibreOffice says the number as `sdval`, Excel and WPS as `x:num`, Google Sheets within `data-sheets-value`. */
function valueIn(attributes: string): string | undefined {
  const value = attributeIn(attributes, 'sdval') ?? attributeIn(attributes, 'x:num') ?? sheetsNumber(attributes);
  return value !== undefined && /^-?\d+(?:\.\d+)?$/.test(value) ? value : undefined;
}

function sheetsNumber(attributes: string): string | undefined {
  const value = attributeIn(attributes, 'data-sheets-value');
  return value === undefined ? undefined : /"1":3,"3":(-?[\d.]+)/.exec(value)?.[1];
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decode(text: string): string {
  return text
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name = '') => {
      if (decimal === undefined && hex === undefined) return signs[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replaceAll('\u00a0', ' ');
}
