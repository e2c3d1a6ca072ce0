import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJournal } from '../../electron/journal/open-journal.ts';
import { journalOptions, reopen, textsOf } from '../helpers/journal.ts';
import { aTempDir } from '../helpers/temp-dir.ts';

const writer = resolve(import.meta.dirname, '../helpers/append-forever.ts');

describe('a process that is killed while it writes', () => {
  it('leaves every change that it acknowledged, five times over in the same journal', async () => {
    const dir = aTempDir();
    await createJournal(journalOptions(dir));
    const acknowledged: string[] = [];
    for (let kill = 1; kill <= 5; kill++) {
      const child = spawn(process.execPath, ['--no-warnings', writer, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
      let heard = '';
      child.stdout.setEncoding('utf8').on('data', (piece: string) => {
        heard += piece;
        if (heard.length > 150 * kill) child.kill('SIGKILL');
      });
      await once(child, 'close');
      // A last line without its end was not heard whole.
      acknowledged.push(...heard.split('\n').slice(0, -1));
      const journal = await reopen(dir);
      const found = await textsOf(journal);
      expect(found.slice(0, acknowledged.length)).toEqual(acknowledged);
      expect(found.length - acknowledged.length).toBeLessThanOrEqual(8);
      acknowledged.push(...found.slice(acknowledged.length));
      await journal.close();
    }
    expect(acknowledged.length).toBeGreaterThan(50);
  });
});
