import { Decrypter, Encrypter, type Identity } from 'age-encryption';
import type { ByteSource } from '#shared/archive/byte-reader.ts';
import { AppFailure, appError, failWith } from '#shared/errors/app-error.ts';

/** Encrypts to an X25519 recipient (`age1…`) as age v1, with back-pressure and flat memory. */
export async function* encryptTo(recipient: string, source: ByteSource): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  yield* await encrypter.encrypt(streamOf(source));
}

/**
 * Decrypts age v1 with back-pressure and flat memory. Each piece handed out is authentic, but that the file is whole is
 * known only at the end: do nothing with the plaintext that could not be undone before. Throws
 * `restore/wrong-passphrase` when the file was not made for the identity, `restore/damaged` for everything else that is
 * wrong with the bytes; failures of the source come out as they are.
 */
export async function* decryptWith(identity: string | Identity, source: ByteSource): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  // Asked only after the identity was tried in vain. The library's own messages are no interface.
  let isForSomebodyElse = false;
  decrypter.addIdentity({
    unwrapFileKey: () => {
      isForSomebodyElse = true;
      return null;
    },
  });
  const watched = watch(source);
  try {
    yield* await decrypter.decrypt(streamOf(watched.pieces));
  } catch (error) {
    if (watched.failure) throw watched.failure.error;
    if (isForSomebodyElse) failWith('restore/wrong-passphrase');
    throw new AppFailure(appError('restore/damaged'), { cause: error });
  }
}

/** Remembers what the source itself threw, to tell a failing disk from bad bytes. */
function watch(source: ByteSource): { pieces: ByteSource; failure?: { error: unknown } } {
  const watched: { pieces: ByteSource; failure?: { error: unknown } } = { pieces: source };
  watched.pieces = (async function* () {
    try {
      yield* source;
    } catch (error) {
      watched.failure = { error };
      throw error;
    }
  })();
  return watched;
}

function streamOf(source: ByteSource): ReadableStream<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
