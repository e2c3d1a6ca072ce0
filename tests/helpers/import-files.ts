import { utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';

/** Files as people have them, and as they break. Each is the bytes of a real file of its kind. */

export function csvFile(rows: readonly (readonly string[])[], encoding = 'utf8', delimiter = ','): Uint8Array {
  return encoded(rows.map((cells) => cells.join(delimiter)).join('\r\n'), encoding);
}

export function encoded(text: string, encoding: string): Uint8Array {
  return new Uint8Array(iconv.encode(text, encoding));
}

type Value = string | number | boolean | Date | null;

export async function xlsxFile(rows: Value[][], name = '客户', first?: Value[][]): Promise<Uint8Array> {
  const sheets = first
    ? [
        { name: '汇总', rows: first },
        { name, rows },
      ]
    : [{ name, rows }];
  return writeXlsx({ sheets });
}

export async function encryptedXlsx(rows: Value[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'a', rows }], encryption: { password: 'geheim', spinCount: 100 } });
}

export function legacyFile(rows: Value[][], bookType: 'xls' | 'ods' | 'xlsb' | 'html'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { UTC: true }), '客户');
  return new Uint8Array(
    write(book, { type: 'array', bookType, UTC: true } as Parameters<typeof write>[1]) as ArrayBuffer,
  );
}

const workbookParts = (sheetXml: Uint8Array): Zippable => ({
  '[Content_Types].xml': strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  ),
  '_rels/.rels': strToU8(
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ),
  'xl/workbook.xml': strToU8(
    '<?xml version="1.0"?><x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="A &amp; B" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  'xl/worksheets/sheet1.xml': sheetXml,
});

/** A workbook as .NET tools write it: prefixed names, and cells without their `r`. */
export function prefixedXlsx(): Uint8Array {
  const xml =
    '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1:XFD1048576"/><x:sheetData>' +
    '<x:row><x:c t="inlineStr"><x:is><x:t>姓名</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>电话</x:t></x:is></x:c></x:row>' +
    '<x:row><x:c t="inlineStr"><x:is><x:t>张三</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>00123</x:t></x:is></x:c></x:row>' +
    '</x:sheetData></x:worksheet>';
  return zipSync(workbookParts(strToU8(xml)));
}

/** Some kilobytes that unpack to much more than any sheet: the ratio gives it away. */
export function zipBomb(unpackedBytes: number): Uint8Array {
  return zipSync(workbookParts(new Uint8Array(unpackedBytes)), { level: 9 });
}

/** A ZIP whose directory names one entry over and over: small on disk, endless unpacked. */
export function manyEntries(count: number): Uint8Array {
  return zipSync(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}`, new Uint8Array(0)])));
}

const tenTimes = (n: number): string => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`;
const documentType = `<!DOCTYPE x [<!ENTITY lol0 "lol">${Array.from({ length: 9 }, (_, n) => tenTimes(n)).join('')}<!ENTITY outside SYSTEM "file:///etc/hostname">]>`;

/** The same workbook with a document type in all of its XML, whose entities the texts `&lol9;` and `&outside;` now name. */
export function withDocumentType(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    if (!name.endsWith('.xml')) return [name, part] as const;
    const named = strFromU8(part).replaceAll(/&amp;(lol9|outside);/g, '&$1;');
    const at = /^\uFEFF?(?:<\?xml[^>]*\?>)?\s*/.exec(named)?.[0].length ?? 0;
    return [name, strToU8(`${named.slice(0, at)}${documentType}${named.slice(at)}`)] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

export const picture = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0,
  0, 0, 0x1f, 0x15, 0xc4, 0x89,
]);
