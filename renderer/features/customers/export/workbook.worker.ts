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

/** Answers with the file, or with `null` when there is none. */
async function pack(sheetName: string, header: readonly string[]): Promise<void> {
  try {
    const file = await new Response(await writeWorkbook(sheetName, header, batches())).arrayBuffer();
    postMessage(file, { transfer: [file] });
  } catch (error) {
    reportError(error);
    postMessage(null);
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorkbook>) => {
  switch (data.type) {
    case 'start':
      void pack(data.sheetName, data.header);
      break;
    case 'rows':
      void writer.write(data.rows);
      break;
    case 'finish':
      void writer.close();
      break;
  }
});
