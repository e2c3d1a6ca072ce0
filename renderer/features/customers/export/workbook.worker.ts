import { writeWorkbook, type SheetCell } from './write-workbook.ts';

export type ToWorkbook =
  | { type: 'start'; sheetName: string; header: readonly string[] }
  | { type: 'rows'; rows: readonly (readonly SheetCell[])[] }
  | { type: 'finish' };

type Batch = readonly (readonly SheetCell[])[];

const { readable, writable } = new TransformStream<Batch, Batch>(undefined, undefined, { highWaterMark: 16 });
const writer = writable.getWriter();

async function* batches(): AsyncGenerator<Batch> {
  const reader = readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

addEventListener('message', ({ data }: MessageEvent<ToWorkbook>) => {
  switch (data.type) {
    case 'start':
      void new Response(writeWorkbook(data.sheetName, data.header, batches())).arrayBuffer().then((buffer) => {
        postMessage(buffer, { transfer: [buffer] });
      });
      break;
    case 'rows':
      void writer.write(data.rows);
      break;
    case 'finish':
      void writer.close();
      break;
  }
});
