import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterFailureMs,
  betweenCopiesMs,
  betweenSnapshotsMs,
  decideDue,
  longestWithoutMs,
  quietMs,
  type BackupMoment,
  type FolderMoment,
} from '#shared/backup/decide-due.ts';

const minute = 60_000;

function aMoment(change: Partial<BackupMoment> = {}): BackupMoment {
  return {
    headSeq: 9,
    snapshotSeq: 9,
    sinceChangeMs: 10 * minute,
    sinceFirstChangeMs: 10 * minute,
    sinceSnapshotMs: null,
    snapshotTookMs: 400,
    folders: [],
    ...change,
  };
}

function aFolder(change: Partial<FolderMoment> = {}): FolderMoment {
  const since = { sinceBackupMs: null, sinceFailureMs: null };
  return { id: 'stick', isReachable: true, hasJustCome: false, seq: 9, ...since, ...change };
}

const nothing = null;
const snapshot = { needsSnapshot: true, folderIds: [] };

describe('decideDue', () => {
  it('finds nothing to do where everything is backed up', () => {
    expect(decideDue(aMoment({ folders: [aFolder()] }))).toBe(nothing);
    expect(decideDue(aMoment({ headSeq: 0, snapshotSeq: null }))).toBe(nothing);
  });

  it('makes a snapshot of a change once nobody has changed anything for a moment', () => {
    const changed = { headSeq: 10 };
    expect(decideDue(aMoment({ ...changed, sinceChangeMs: quietMs - 1 }))).toBe(nothing);
    expect(decideDue(aMoment({ ...changed, sinceChangeMs: quietMs }))).toEqual(snapshot);
  });

  it('makes one all the same when the changes never pause', () => {
    const busy = { headSeq: 900, sinceChangeMs: 100 };
    expect(decideDue(aMoment({ ...busy, sinceFirstChangeMs: longestWithoutMs - 1 }))).toBe(nothing);
    expect(decideDue(aMoment({ ...busy, sinceFirstChangeMs: longestWithoutMs }))).toEqual(snapshot);
  });

  it('leaves a pause between two, longer for a large archive', () => {
    const changed = { headSeq: 10, sinceSnapshotMs: betweenSnapshotsMs };
    expect(decideDue(aMoment({ ...changed, sinceSnapshotMs: betweenSnapshotsMs - 1 }))).toBe(nothing);
    expect(decideDue(aMoment(changed))).toEqual(snapshot);
    expect(decideDue(aMoment({ ...changed, snapshotTookMs: 60_000 }))).toBe(nothing);
    expect(decideDue(aMoment({ ...changed, snapshotTookMs: 60_000, sinceSnapshotMs: 20 * minute }))).toEqual(snapshot);
  });

  it('copies into a folder at most once an hour, and at once into one that never had a copy', () => {
    const behind = (change: Partial<FolderMoment>) => decideDue(aMoment({ folders: [aFolder({ seq: 8, ...change })] }));
    expect(behind({ sinceBackupMs: betweenCopiesMs - 1 })).toBe(nothing);
    expect(behind({ sinceBackupMs: betweenCopiesMs })).toEqual({ needsSnapshot: false, folderIds: ['stick'] });
    expect(behind({ seq: null })).toEqual({ needsSnapshot: false, folderIds: ['stick'] });
    expect(behind({ seq: null, isReachable: false })).toBe(nothing);
    expect(behind({ seq: null, sinceFailureMs: afterFailureMs - 1 })).toBe(nothing);
    expect(behind({ seq: null, sinceFailureMs: afterFailureMs })).not.toBe(nothing);
  });

  it('does not let a stick wait that was just plugged in', () => {
    const come = aFolder({ hasJustCome: true, seq: 7, sinceBackupMs: 0, sinceFailureMs: 0 });
    const busy = { headSeq: 10, sinceChangeMs: 0, sinceSnapshotMs: 0, folders: [come] };
    expect(decideDue(aMoment(busy))).toEqual({ needsSnapshot: true, folderIds: ['stick'] });
    expect(decideDue(aMoment({ folders: [come] }))).toEqual({ needsSnapshot: false, folderIds: ['stick'] });
    expect(decideDue(aMoment({ folders: [{ ...come, seq: 9 }] }))).toBe(nothing);
  });

  it('copies while locked what lies here sealed, and asks for no snapshot', () => {
    const folders = [aFolder({ hasJustCome: true, seq: 7 })];
    expect(decideDue(aMoment({ headSeq: null, folders }))).toEqual({ needsSnapshot: false, folderIds: ['stick'] });
    expect(decideDue(aMoment({ headSeq: null, snapshotSeq: null, folders }))).toBe(nothing);
  });

  it('never names a folder that is not there or lacks nothing, whatever the moment', () => {
    const ms = fc.integer({ min: 0, max: 3 * 60 * minute });
    const seq = fc.option(fc.nat(20));
    const folder = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      isReachable: fc.boolean(),
      hasJustCome: fc.boolean(),
      seq,
      sinceBackupMs: fc.option(ms),
      sinceFailureMs: fc.option(ms),
    });
    const moment = fc.record({
      headSeq: seq,
      snapshotSeq: seq,
      sinceChangeMs: ms,
      sinceFirstChangeMs: ms,
      sinceSnapshotMs: fc.option(ms),
      snapshotTookMs: ms,
      folders: fc.uniqueArray(folder, { selector: ({ id }) => id }),
    });
    fc.assert(
      fc.property(moment, (at) => {
        const round = decideDue(at);
        if (!round) return;
        const comingSeq = round.needsSnapshot ? at.headSeq : at.snapshotSeq;
        expect(round.needsSnapshot || round.folderIds.length > 0).toBe(true);
        if (round.needsSnapshot) expect(at.headSeq).toBeGreaterThan(at.snapshotSeq ?? 0);
        for (const { id, isReachable, seq: has } of at.folders) {
          if (!round.folderIds.includes(id)) continue;
          expect(isReachable).toBe(true);
          expect(has ?? -1).toBeLessThan(comingSeq ?? -1);
        }
      }),
    );
  });
});
