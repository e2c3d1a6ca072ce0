import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Which of these texts stand readable under these folders, in names, and in what the files hold in UTF-8 or UTF-16. */
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
      const path = join(entry.parentPath, entry.name);
      for (const text of texts) if (entry.name.includes(text)) found.push(`${text} is the name of ${path}`);
      if (!entry.isFile()) continue;
      files += 1;
      const content = await readFile(path);
      for (const { text, bytes } of spellings) if (content.includes(bytes)) found.push(`${text} in ${path}`);
    }
  }
  return { files, found };
}
