import { AppFailure } from '#shared/errors/app-error.ts';
import { isRefusal, verifyContainer } from '../../../electron/backup/verify-container.ts';
import { aBackupFile, aSmallArchive, inMemory, testIdentity } from '../../helpers/backups.ts';
import { aDossier, anOrigin } from '../../helpers/content.ts';
import { Random } from '../../samples/random.ts';
import { Tally, type Depth, type FaultRow } from './tally.ts';

/** Whether the bytes pass for a backup, and for which. */
async function accepted(bytes: Uint8Array): Promise<{ sha256: string; seq: number } | 'refused' | 'crashed'> {
  try {
    const { summary, manifest } = await verifyContainer(inMemory(bytes), () => testIdentity, 'check');
    return { sha256: summary.sha256, seq: manifest.seq };
  } catch (error) {
    return isRefusal(error) || error instanceof AppFailure ? 'refused' : 'crashed';
  }
}

export async function flippedBackups(depth: Depth): Promise<FaultRow> {
  const tally = new Tally('backup: flipped, cut, spliced at every byte of a small one');
  const bytes = await aBackupFile();
  const other = await aBackupFile({ seq: anOrigin.seq + 1 }, aSmallArchive.slice(0, 2));
  const wholes = await Promise.all([accepted(bytes), accepted(other)]);
  if (wholes.includes('refused')) throw new Error('an uninjured backup is refused');
  const stride = depth === 'quick' ? 397 : 1;
  // The file lies beside the archive: an injury loses nothing as long as nobody takes it for the backup.
  const judge = async (where: string, injured: Uint8Array): Promise<void> => {
    const outcome = await accepted(injured);
    tally.judge(where, [], []);
    tally.expect(where, outcome !== 'crashed', 'the refusal is no sentence');
    // Where both have the same bytes, a splice is the other one, whole.
    const isWhole = wholes.some((whole) => JSON.stringify(whole) === JSON.stringify(outcome));
    tally.expect(where, outcome === 'refused' || isWhole, 'it passes for a backup');
  };
  for (let offset = 0; offset < bytes.length; offset += stride) {
    await judge(`bit of byte ${offset}`, bytes.with(offset, (bytes[offset] ?? 0) ^ (1 << (offset & 7))));
    await judge(`cut to ${offset} bytes`, bytes.slice(0, offset));
  }
  for (let offset = 512; offset < Math.min(bytes.length, other.length); offset += 512 * (depth === 'quick' ? 5 : 1)) {
    const spliced = new Uint8Array([...bytes.slice(0, offset), ...other.slice(offset)]);
    await judge(`spliced with another at ${offset}`, spliced);
  }
  return tally.row();
}

/** One large enough for several pieces of the cipher, at random bytes. */
export async function flippedLargeBackup(depth: Depth): Promise<FaultRow> {
  const tally = new Tally('backup: a random byte of a large one flipped');
  const random = new Random('flipped-large-backup');
  const unlike = (): string => Array.from({ length: 400 }, () => random.int(0, 35).toString(36)).join('');
  const dossiers = Array.from({ length: 700 }, (_, index) =>
    aDossier(index + 1).map((entry) =>
      entry.table === 'customer' ? { ...entry, record: { ...entry.record, note: unlike() } } : entry,
    ),
  );
  const bytes = await aBackupFile({}, dossiers);
  tally.expect('its size', bytes.length > 3 * 64 * 1024, `${bytes.length} bytes fit into one piece`);
  if ((await accepted(bytes)) === 'refused') throw new Error('an uninjured backup is refused');
  for (let point = 0; point < { quick: 5, whole: 1_000, long: 10_000 }[depth]; point += 1) {
    const offset = random.int(0, bytes.length - 1);
    const outcome = await accepted(bytes.with(offset, (bytes[offset] ?? 0) ^ (1 << random.int(0, 7))));
    tally.judge(`byte ${offset}`, [], []);
    tally.expect(`byte ${offset}`, outcome === 'refused', `it is ${JSON.stringify(outcome)}`);
  }
  return tally.row();
}
