import { createHash } from 'node:crypto';
import * as z from 'zod';
import { contentVersion } from '#shared/archive/content.ts';
import { decodeText, encodeText } from '#shared/archive/text.ts';
import { instantSchema } from '#shared/domain/record.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { equalBytes } from '#shared/lib/bytes.ts';

/*
 * A backup file is a plain tar of
 *
 *   README.txt      how to open it without Kebu
 *   identity.age    the archive's X25519 identity under the passphrase; absent when the archive has no passphrase
 *   archive.age     the content (shared/archive), encrypted with age to the archive's X25519 recipient
 *   manifest.json   last: what this is, and the hashes of the files above; a file without it is not finished
 *
 * A new machine needs nothing else: identity.age with the passphrase, or the paper key, open archive.age, and a new
 * archive key is made there, because that key never leaves the machine on which it seals.
 */

export const containerFormat = 'kebu-backup';
export const containerVersion = 1;

export const readmeName = 'README.txt';
export const identityName = 'identity.age';
export const contentName = 'archive.age';
export const manifestName = 'manifest.json';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

const manifestSchema = z.strictObject({
  format: z.literal(containerFormat),
  version: z.literal(containerVersion),
  /** Version of the content inside, so that an older Kebu knows before it asks for a passphrase. */
  contentVersion: z.int().min(1),
  /** Its first 8 characters become part of file names. */
  archiveId: z.string().regex(/^[0-9a-z]{8,64}$/),
  seq: z.int().min(0),
  generation: z.int().min(1),
  createdAt: instantSchema,
  appVersion: z.string().max(40),
  sha256: z.strictObject({
    [readmeName]: sha256Schema,
    [identityName]: sha256Schema.optional(),
    [contentName]: sha256Schema,
  }),
  /** SHA-256 of this manifest as it is written without this line: a flipped bit here shows too. */
  check: sha256Schema,
});
export type ContainerManifest = z.infer<typeof manifestSchema>;

export type ContainerAbout = Pick<
  ContainerManifest,
  'contentVersion' | 'archiveId' | 'seq' | 'generation' | 'createdAt' | 'appVersion'
>;

export function encodeManifest(about: ContainerAbout, sha256: ContainerManifest['sha256']): Uint8Array<ArrayBuffer> {
  const unchecked = {
    format: containerFormat,
    version: containerVersion,
    contentVersion: about.contentVersion,
    archiveId: about.archiveId,
    seq: about.seq,
    generation: about.generation,
    createdAt: about.createdAt,
    appVersion: about.appVersion,
    sha256: {
      [readmeName]: sha256[readmeName],
      ...(sha256[identityName] === undefined ? {} : { [identityName]: sha256[identityName] }),
      [contentName]: sha256[contentName],
    },
  };
  const check = createHash('sha256').update(JSON.stringify(unchecked)).digest('hex');
  return encodeText(`${JSON.stringify({ ...unchecked, check }, null, 2)}\n`);
}

const anyManifestSchema = z.looseObject({
  format: z.literal(containerFormat),
  version: z.int().min(1),
  contentVersion: z.int().min(1),
  appVersion: z.string().max(40).catch('?'),
});

/** Throws `restore/not-a-backup`, `restore/newer-version` or `restore/damaged`. */
export function decodeManifest(bytes: Uint8Array): ContainerManifest {
  const json = parseJson(bytes);
  const any = anyManifestSchema.safeParse(json);
  if (!any.success) return failWith('restore/not-a-backup');
  const { version, appVersion: app } = any.data;
  // Who wrote a format can read it.
  if (version > containerVersion) return failWith('restore/newer-version', { version, app });
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success || !equalBytes(encodeManifest(manifest.data, manifest.data.sha256), bytes)) {
    return failWith('restore/damaged');
  }
  if (manifest.data.contentVersion > contentVersion) {
    return failWith('restore/newer-version', { version: manifest.data.contentVersion, app });
  }
  return manifest.data;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes));
  } catch {
    return failWith('restore/damaged');
  }
}

/** The two commands, for somebody who has the file and a secret but not Kebu. */
export function readmeText(fileName: string, hasPassphrase: boolean): string {
  const withPassphrase = `用密码 · With the passphrase:

    tar xf ${fileName} && age -d -i identity.age archive.age | tar xz

`;
  return `客簿备份 · Kebu backup

不用客簿也能打开这个文件。需要常见的 tar 和 age（age-encryption.org），以及您的${hasPassphrase ? '密码或' : ''}纸质密钥。
This file opens without Kebu: with tar, age (age-encryption.org) and your ${hasPassphrase ? 'passphrase or ' : ''}paper key.

${hasPassphrase ? withPassphrase : ''}用纸质密钥 · With the paper key (typed into key.txt on one line without blanks, AGE-SECRET-KEY-1…):

    tar xf ${fileName} && age -d -i key.txt archive.age | tar xz

打开后 · What comes out:
    data/<table>/*.ndjson   每行一条记录 · one record a line, JSON
    counts.json             每张表的条数 · records per table
    attachments/*           客户的文件，原样；data/attachment 里写着各自的名字
                            files of customers as they were; data/attachment says what each is called
`;
}
