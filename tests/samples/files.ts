import { mkdirSync, openSync, closeSync, ftruncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'iconv-lite';

/** Files as people have them: a picture, a PDF, a text in GBK, a program that pretends, an empty one, one too large. */
export function writeSampleFiles(dir: string): Record<keyof typeof sampleNames, string> {
  mkdirSync(dir, { recursive: true });
  const at = (name: string) => join(dir, name);
  writeFileSync(at(sampleNames.picture), aPicture(960, 600));
  writeFileSync(at(sampleNames.pdf), aPdf(['Quotation 2026-118', 'Longjing tea, 20 boxes', 'Total: 5,360.00']));
  writeFileSync(
    at(sampleNames.text),
    encode('送货地址：杭州市西湖区文三路 9 号\r\n收货人：张三，周四前到货。\r\n', 'gb18030'),
  );
  writeFileSync(at(sampleNames.program), Buffer.from('4d5a90000300000004000000ffff0000b800', 'hex'));
  writeFileSync(at(sampleNames.empty), '');
  const large = openSync(at(sampleNames.large), 'w');
  ftruncateSync(large, 100 * 1024 ** 2 + 1);
  closeSync(large);
  return Object.fromEntries(Object.entries(sampleNames).map(([key, name]) => [key, at(name)])) as Record<
    keyof typeof sampleNames,
    string
  >;
}

export const sampleNames = {
  picture: '门头照片.png',
  pdf: '报价单 2026-118.pdf',
  text: '送货说明.txt',
  program: '合同扫描件.pdf',
  empty: '空白.docx',
  large: '产品视频.mp4',
} as const;

/** A PNG of soft stripes, so that one sees that it is shown whole. */
export function aPicture(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const pixel = y * (1 + width * 3) + 1 + x * 3;
      const isBand = Math.floor((x + y) / 80) % 2 === 0;
      rows[pixel] = isBand ? 29 : 214;
      rows[pixel + 1] = 78 + Math.round((120 * x) / width);
      rows[pixel + 2] = 137 + Math.round((80 * y) / height);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PDF of two pages with one of its standard fonts, as small as one can be. */
export function aPdf(lines: readonly string[]): Buffer {
  const page = (text: readonly string[]) =>
    `BT /F1 24 Tf 60 760 Td ${text.map((line) => `(${line}) Tj 0 -40 Td`).join(' ')} ET`;
  const streams = [page(lines), page(['Page 2'])];
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    ...streams.map(
      (_, index) =>
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + index} 0 R /Resources << /Font << /F1 7 0 R >> >> >>`,
    ),
    ...streams.map((stream) => `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + end, 'latin1');
}
