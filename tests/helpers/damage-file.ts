import { open } from 'node:fs/promises';

/** Turns over the bits of one byte, so many before the end: a fixed byte could be the one that stands there. */
export async function damageFile(path: string, beforeEnd: number): Promise<void> {
  const file = await open(path, 'r+');
  const at = (await file.stat()).size - beforeEnd;
  const { buffer } = await file.read(new Uint8Array(1), 0, 1, at);
  await file.write(
    buffer.map((byte) => byte ^ 0xff),
    0,
    1,
    at,
  );
  await file.close();
}
