import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../electron/files/file-system.ts';
import { createFileLog } from '../../electron/log/log.ts';
import { send } from '../helpers/attachments.ts';
import { goodPassphrase, startMachine } from '../helpers/machine.ts';
import { aKeychain } from '../helpers/ports.ts';
import { aTempDir } from '../helpers/temp-dir.ts';

const name = '欧阳金丝雀';
const phone = '13900001234';

function filesUnder(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Every way in which a text could stand readable in a file. */
function spellings(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  return [
    bytes,
    encode(text, 'utf16le'),
    encode(text, 'utf16be'),
    encode(text, 'gb18030'),
    encode(text, 'big5'),
    Buffer.from(bytes.toString('base64').replace(/=+$/, '').slice(0, -1)),
    Buffer.from(bytes.toString('hex')),
    Buffer.from(
      JSON.stringify(text)
        .replaceAll(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
        .slice(1, -1),
    ),
  ];
}

describe('a customer in the archive', () => {
  it('is readable in no file of the data folder, nor is any key', async () => {
    const dataDir = aTempDir();
    const log = createFileLog(nodeFileSystem, dataDir, () => new Date());
    const machine = await startMachine({ dataDir, log, keychain: aKeychain() });
    const { opened, paperKey } = await machine.ask('keys/create', { passphrase: goodPassphrase });
    await machine.ask('keys/set-keychain', { enabled: true });
    await machine.ask('app/set-preferences', (await machine.ask('app/info', {})).preferences);
    const json = Buffer.from(JSON.stringify({ name, phone, note: `${name} ${phone}` }));
    const paper = Buffer.from(`${name} ${phone}\n`.repeat(100));
    const { sha256 } = await send(machine, new Uint8Array(paper), `${name}.txt`);
    await machine.ask('attachments/open-with-system', { sha256, name: `${name}.txt` });
    let afterSeq = 0;
    for (const payload of [json, gzipSync(json, { level: 0 }), Buffer.concat([json, json, json])]) {
      const frame = {
        changeSetId: `c${afterSeq}`,
        last: true,
        payload: new Uint8Array(payload),
        counts: { customer: 1 },
      };
      afterSeq = (await machine.ask('journal/append', { afterSeq, ...frame })).seq;
    }
    // Things going wrong are what logs are made of.
    await machine.reply('journal/append', { afterSeq: 99, changeSetId: name, last: true, payload: json, counts: {} });
    await machine.reply('journal/append', { [name]: phone });
    await machine.reply(`journal/${name}` as 'journal/read', { fromSeq: name });
    await machine.reply('keys/unlock', { with: 'passphrase', passphrase: `${name}${phone}` });
    await machine.ask('keys/lock', {});
    const segment = join(dataDir, 'archive', 'journal', '00000001.journal');
    appendFileSync(segment, readFileSync(segment).subarray(100, 400));
    await machine.ask('keys/unlock', { with: 'passphrase', passphrase: goodPassphrase });
    await machine.ask('keys/lock', {});
    await expect.poll(() => readFileSync(join(dataDir, 'kebu.log'), 'utf8').split('\n').length).toBeGreaterThan(5);

    const found = filesUnder(dataDir);
    expect(found.map((path) => path.slice(dataDir.length))).toEqual(
      expect.arrayContaining([
        '/kebu.log',
        '/preferences.json',
        '/archive/archive.json',
        '/archive/identity.age',
        '/archive/identity.keychain',
        '/archive/archive-key.age',
        '/archive/journal/00000001.journal',
        expect.stringMatching(/^\/archive\/attachments\//),
      ]),
    );
    const secrets = [
      ...spellings(name),
      ...spellings(phone),
      ...spellings(goodPassphrase),
      ...spellings(paperKey),
      ...spellings(paperKey.slice(16)),
      ...[opened.recordKey, opened.replyKey].flatMap((key) => [
        Buffer.from(key),
        Buffer.from(Buffer.from(key).toString('hex')),
        Buffer.from(Buffer.from(key).toString('base64')),
      ]),
    ];
    for (const path of found) {
      expect(path).not.toContain(name);
      const content = readFileSync(path);
      for (const secret of secrets) expect(content.includes(secret)).toBe(false);
    }
  });
});
