import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armor, Decrypter, Encrypter } from 'age-encryption';
import * as vectors from 'cctv-age';
import { describe, expect, it } from 'vitest';
import {
  decryptWithIdentity,
  encryptToRecipient,
  generateX25519Identity,
  recipientOf,
  unwrapIdentity,
  wrapIdentity,
} from '../../../electron/keys/age.ts';
import { PassphraseIdentity } from '../../../electron/keys/passphrase-stanza.ts';
import { aTempDir } from '../../helpers/temp-dir.ts';

const passphrase = '安静的河 under stone';
const cheap = 8;

describe('an identity under a passphrase', () => {
  it('comes back with the passphrase and with no other', async () => {
    const identity = await generateX25519Identity();
    const file = await wrapIdentity(identity, passphrase, cheap);
    expect(await unwrapIdentity(file, passphrase)).toBe(identity);
    expect(await unwrapIdentity(file, `${passphrase} `)).toBeNull();
    expect(await unwrapIdentity(file, '')).toBeNull();
  });

  it('opens with the library, and the library’s own file opens here', async () => {
    const identity = await generateX25519Identity();
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    expect(await decrypter.decrypt(await wrapIdentity(identity, passphrase, cheap), 'text')).toBe(`${identity}\n`);
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    encrypter.setScryptWorkFactor(cheap);
    expect(await unwrapIdentity(await encrypter.encrypt(identity), passphrase)).toBe(identity);
  });

  it('is refused at every flipped byte and every cut', async () => {
    const file = await wrapIdentity(await generateX25519Identity(), passphrase, 2);
    for (let at = 0; at < file.length; at++) {
      const flipped = file.slice();
      flipped[at]! ^= 1;
      expect(await unwrapIdentity(flipped, passphrase)).toBeNull();
      expect(await unwrapIdentity(file.slice(0, at), passphrase)).toBeNull();
    }
  });

  it('is refused when opening it would take minutes', async () => {
    const file = new TextDecoder('latin1').decode(await wrapIdentity('x', passphrase, cheap));
    const greedy = Uint8Array.from(file.replace(/(-> scrypt \S+ )8\n/, '$121\n'), (c) => c.codePointAt(0) ?? 0);
    const started = performance.now();
    expect(await unwrapIdentity(greedy, passphrase)).toBeNull();
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('the published age vectors', () => {
  const scrypt = Object.entries<Uint8Array>(vectors).filter(([name]) => name.includes('scrypt'));

  it('are all there', () => {
    expect(scrypt.length).toBeGreaterThan(20);
  });

  it.each(scrypt)('%s ends as it must', async (_name, vector) => {
    const end = Buffer.from(vector).indexOf('\n\n');
    const lines = Buffer.from(vector).subarray(0, end).toString().split('\n');
    const facts = new Map(lines.map((line) => line.split(': ') as [string, string]));
    const body = new Uint8Array(Buffer.from(vector).subarray(end + 2));
    const file = facts.get('armored') ? armor.decode(new TextDecoder().decode(body)) : body;
    const decrypter = new Decrypter();
    decrypter.addIdentity(new PassphraseIdentity(facts.get('passphrase') ?? 'none'));
    const opened = decrypter.decrypt(file).then(
      (bytes) => bytes,
      () => null,
    );
    if (facts.get('expect') === 'success') expect(await opened).not.toBeNull();
    else expect(await opened).toBeNull();
  });
});

describe('Debian’s age', () => {
  const hasAge = spawnSync('age', ['--version']).status === 0;

  it.skipIf(!hasAge)('opens with the paper key what was encrypted to the recipient', async () => {
    const dir = aTempDir();
    const identity = await generateX25519Identity();
    const recipient = (await recipientOf(identity))!;
    writeFileSync(join(dir, 'paper.txt'), identity);
    writeFileSync(join(dir, 'sealed.age'), await encryptToRecipient(recipient, new TextEncoder().encode('客簿')));
    const { stdout, status } = spawnSync('age', ['-d', '-i', 'paper.txt', 'sealed.age'], { cwd: dir });
    expect({ text: stdout.toString(), status }).toEqual({ text: '客簿', status: 0 });
  });

  it.skipIf(!hasAge)('opens a backup with the identity file and the typed passphrase', async () => {
    const dir = aTempDir();
    const identity = await generateX25519Identity();
    const recipient = (await recipientOf(identity))!;
    writeFileSync(join(dir, 'identity.age'), await wrapIdentity(identity, passphrase, 10));
    writeFileSync(join(dir, 'archive.age'), await encryptToRecipient(recipient, new TextEncoder().encode('客簿')));
    // age asks for passphrases on a terminal only.
    const typing =
      'import pty,os,sys,time\npid,fd=pty.fork()\n' +
      'if pid==0: os.execvp("age",["age","-d","-o","out.txt","-i","identity.age","archive.age"])\n' +
      'time.sleep(0.3); os.write(fd,(sys.argv[1]+"\\n").encode())\n' +
      'while True:\n  try:\n    if not os.read(fd,1024): break\n  except OSError: break\n' +
      'sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid,0)[1]))';
    expect(spawnSync('python3', ['-c', typing, passphrase], { cwd: dir }).status).toBe(0);
    expect(spawnSync('cat', [join(dir, 'out.txt')]).stdout.toString()).toBe('客簿');
  });
});

describe('a recipient', () => {
  it('is refused for text that is no identity, checksum included', async () => {
    const identity = await generateX25519Identity();
    const typo = identity.slice(0, -1) + (identity.endsWith('Q') ? 'P' : 'Q');
    for (const text of ['', 'AGE-SECRET-KEY-1', typo, identity.toLowerCase(), 'age1qqq']) {
      expect(await recipientOf(text)).toBeNull();
    }
  });

  it('opens only with its own identity', async () => {
    const [mine, theirs] = [await generateX25519Identity(), await generateX25519Identity()];
    const sealed = await encryptToRecipient((await recipientOf(mine))!, new Uint8Array([1, 2, 3]));
    expect(await decryptWithIdentity(mine, sealed)).toEqual(new Uint8Array([1, 2, 3]));
    expect(await decryptWithIdentity(theirs, sealed)).toBeNull();
    expect(await decryptWithIdentity(mine, sealed.slice(0, -1))).toBeNull();
  });
});
