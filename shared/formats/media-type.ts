import { sniffFile } from './sniff-file.ts';

const programType = 'application/x-executable';
const unknownType = 'application/octet-stream';

/** Kinds of `sniffFile` by their registered names (IANA); what has none is named as browsers do. */
const byKind: Readonly<Record<string, string>> = {
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  GIF: 'image/gif',
  BMP: 'image/bmp',
  WebP: 'image/webp',
  TIFF: 'image/tiff',
  ICO: 'image/vnd.microsoft.icon',
  HEIC: 'image/heic',
  AVIF: 'image/avif',
  WAV: 'audio/wav',
  MP3: 'audio/mpeg',
  AVI: 'video/vnd.avi',
  MP4: 'video/mp4',
  PDF: 'application/pdf',
  RTF: 'text/rtf',
  '7-Zip': 'application/x-7z-compressed',
  RAR: 'application/vnd.rar',
  GZIP: 'application/gzip',
  BZIP2: 'application/x-bzip2',
  XZ: 'application/x-xz',
  SQLite: 'application/vnd.sqlite3',
  EXE: programType,
  ELF: programType,
};

/** Office documents are zip files, and older ones compound files: only their name tells which. */
const documents: Readonly<Record<string, readonly [zip: string, compound: string]>> = {
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/msword'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.ms-excel'],
  pptx: ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.ms-powerpoint'],
};

/**
 * What a file is by its first bytes (4 KiB are plenty). The name is asked only where the bytes leave it open, among documents
 * of one container format; it never makes a program a picture.
 */
export function mediaTypeOf(head: Uint8Array, name: string): string {
  const found = sniffFile(head);
  switch (found.type) {
    case 'empty':
    case 'text':
      return 'text/plain';
    case 'zip':
      return documents[extensionOf(name)]?.[0] ?? 'application/zip';
    case 'compound':
      return documents[`${extensionOf(name)}x`]?.[1] ?? 'application/x-cfb';
    case 'other':
      return byKind[found.kind] ?? unknownType;
  }
}

/** `pdf` of `报价.PDF`; empty without one. */
export function extensionOf(name: string): string {
  return /\.([^.\\/]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** What a system would run instead of showing it, by its name. */
const programExtensions = new Set(
  (
    'exe com scr pif msi msp bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta cpl dll jar lnk url reg inf scf gadget ' +
    'appref-ms settingcontent-ms desktop sh bash command app pkg dmg deb rpm appimage run apk py pyw rb pl php'
  ).split(' '),
);

/** Programs, by content or by name, are kept but never run from a card. */
export function isProgram(mediaType: string, name: string): boolean {
  return mediaType === programType || programExtensions.has(extensionOf(name));
}
