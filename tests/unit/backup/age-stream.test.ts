import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { armor, generateX25519Identity, identityToRecipient, type Identity } from 'age-encryption';
import * as vectors from 'cctv-age';
import { describe, expect, it } from 'vitest';
import { inPieces } from '#shared/archive/byte-reader.ts';
import { concatBytes } from '#shared/lib/bytes.ts';
import { decryptWith, encryptTo } from '../../../electron/backup/age-stream.ts';
import { PassphraseIdentity } from '../../../electron/keys/passphrase-stanza.ts';
import { collect, inOnePiece } from '../../helpers/content.ts';

interface Vector {
  name: string;
  expect: string;
  payload: string | undefined;
  identities: (string | Identity)[];
  isArmored: boolean;
  file: Buffer;
}

function parseVector(name: string, bytes: Uint8Array): Vector {
  const whole = Buffer.from(bytes);
  const headEnd = whole.indexOf('\n\n');
  const head = whole.subarray(0, headEnd).toString().split('\n');
  const all = (key: string) =>
    head.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
  const body = whole.subarray(headEnd + 2);
  return {
    name,
    expect: all('expect')[0]!,
    payload: all('payload')[0],
    identities: [...all('identity'), ...all('passphrase').map((passphrase) => new PassphraseIdentity(passphrase))],
    isArmored: all('armored').length > 0,
    file: all('compressed').length > 0 ? inflateSync(body) : body,
  };
}

const parsed = Object.entries(vectors).map(([name, bytes]) => parseVector(name, bytes));

async function decrypt(vector: Vector, identity: string | Identity) {
  const pieces: Uint8Array[] = [];
  let failure: unknown;
  try {
    const file = vector.isArmored ? armor.decode(vector.file.toString('latin1')) : vector.file;
    for await (const piece of decryptWith(identity, inPieces(inOnePiece(file), 40_000))) pieces.push(piece);
  } catch (error) {
    failure = error;
  }
  return {
    sha256: createHash('sha256').update(concatBytes(pieces)).digest('hex'),
    failure,
    isEmpty: pieces.length === 0,
  };
}

describe('the published age vectors', () => {
  it('are all 143 here', () => expect(parsed).toHaveLength(143));

  it.each(parsed.filter((vector) => vector.expect === 'success'))('$name decrypts', async (vector) => {
    const found = await Promise.all(vector.identities.map((identity) => decrypt(vector, identity)));
    expect(found.some(({ failure, sha256 }) => failure === undefined && sha256 === vector.payload)).toBe(true);
  });

  it.each(parsed.filter((vector) => vector.expect !== 'success'))('$name is refused', async (vector) => {
    for (const identity of vector.identities) {
      const { failure } = await decrypt(vector, identity);
      expect(failure).toBeDefined();
      if (!vector.isArmored) expect(failure).toMatchObject({ error: { code: expect.stringMatching(/^restore\//) } });
    }
  });
});

describe('age streams', () => {
  const plain = Buffer.alloc(200_000, '客簿');

  it('are read by Debian’s age, and the other way round', async () => {
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const sealed = concatBytes(await collect(encryptTo(recipient, inOnePiece(plain))));
    const opened = execFileSync(
      'sh',
      ['-c', 'echo "$KEY" > "$0" && age -d -i "$0"; rm -f "$0"', '/dev/shm/kebu-age-test'],
      {
        input: sealed,
        env: { ...process.env, KEY: identity },
      },
    );
    expect(plain.equals(opened)).toBe(true);
    const theirs = execFileSync('age', ['-r', recipient], { input: plain });
    expect(plain.equals(concatBytes(await collect(decryptWith(identity, inOnePiece(theirs)))))).toBe(true);
  });

  it('tell another key from a damaged file and from a failing disk', async () => {
    const [identity, other] = [await generateX25519Identity(), await generateX25519Identity()];
    const sealed = concatBytes(await collect(encryptTo(await identityToRecipient(identity), inOnePiece(plain))));
    const open = (identity: string | Identity, source: AsyncIterable<Uint8Array>) =>
      collect(decryptWith(identity, source));
    await expect(open(other, inOnePiece(sealed))).rejects.toThrow('restore/wrong-passphrase');
    await expect(open(identity, inOnePiece(sealed.subarray(0, -1)))).rejects.toThrow('restore/damaged');
    await expect(open(identity, inOnePiece(plain))).rejects.toThrow('restore/damaged');
    async function* failing() {
      yield sealed.subarray(0, 300);
      throw new Error('EIO');
    }
    await expect(open(identity, failing())).rejects.toThrow('EIO');
  });
});
