/** Tables of character codes for Chinese, Japanese and Korean fonts that a PDF names and does not hold. */
const urls = import.meta.glob<string>('/../node_modules/pdfjs-dist/cmaps/{Adobe,GB,Uni,B5,ETen,H,V}*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** What the parser of PDF files asks for besides the file itself: nothing but those tables, out of the app's own files. */
export class CharacterMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const url = Object.entries(urls).find(([path]) => path.endsWith(`/${filename}`))?.[1];
    if (kind !== 'cMapUrl' || url === undefined) throw new Error(`Not shipped: ${filename}`);
    return new Uint8Array(await (await fetch(url)).arrayBuffer());
  }
}
