import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Which of these texts stand readable in files under these folders, in UTF-8 or UTF-16. */
export async function findReadable(
  dirs: readonly string[],
  texts: readonly string[],
): Promise<{ files: number; found: string[] }> {
  const spellings = texts.flatMap((text) =>
    (['utf8', 'utf16le'] as const).map((encoding) => ({ text, bytes: Buffer.from(text, encoding) })),
  );
  const found: string[] = [];
  let files = 0;
  for (const dir of dirs) {
    for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      files += 1;
      const path = join(entry.parentPath, entry.name);
      const content = await readFile(path);
      for (const { text, bytes } of spellings) if (content.includes(bytes)) found.push(`${text} in ${path}`);
    }
  }
  return { files, found };
}
