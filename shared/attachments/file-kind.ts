import { extensionOf, isProgram } from '../formats/media-type.ts';

/** What people call a file. */
export type FileKind =
  | 'picture'
  | 'pdf'
  | 'text'
  | 'document'
  | 'sheet'
  | 'slides'
  | 'audio'
  | 'video'
  | 'archive'
  | 'program'
  | 'other';

const patterns: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/^image\//, 'picture'],
  [/^application\/pdf$/, 'pdf'],
  [/^text\/plain$/, 'text'],
  [/word/, 'document'],
  [/rtf$/, 'document'],
  [/excel|spreadsheet/, 'sheet'],
  [/powerpoint|presentation/, 'slides'],
  [/^audio\//, 'audio'],
  [/^video\//, 'video'],
  [/zip|7z|rar|gzip|-xz$/, 'archive'],
];

/** What a file is to people. A program is one whatever its media type says, by its name too. */
export function fileKindOf({ mediaType, name }: { mediaType: string; name: string }): FileKind {
  if (isProgram(mediaType, name)) return 'program';
  return patterns.find(([pattern]) => pattern.test(mediaType))?.[1] ?? 'other';
}

/** Pictures that a browser shows; the others are kept and not shown. */
const shownPictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/avif'];

export function isShownPicture(mediaType: string): boolean {
  return shownPictures.includes(mediaType);
}

const kindByExtension: Readonly<Record<string, FileKind>> = {
  pdf: 'pdf',
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
  gif: 'picture',
  webp: 'picture',
  bmp: 'picture',
  heic: 'picture',
  doc: 'document',
  docx: 'document',
  xls: 'sheet',
  xlsx: 'sheet',
  ppt: 'slides',
  pptx: 'slides',
  mp3: 'audio',
  wav: 'audio',
  mp4: 'video',
};

/** What the name promises, when the content is something else: a program called `报价.pdf`. `null` when they agree. */
export function falsePromiseOf(file: { mediaType: string; name: string }): FileKind | null {
  const promised = kindByExtension[extensionOf(file.name)];
  return promised === undefined || promised === fileKindOf(file) ? null : promised;
}
