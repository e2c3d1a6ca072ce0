import type { ErasureApi } from '../api.ts';
import type { Asynchronous } from '../client-types.ts';
import { eraseForGood, resumeErasure, type ErasureParts } from './erasure-run.ts';
import { binPage } from '../views/bin.ts';
import type { Desk } from './desk.ts';

export function erasureParts(desk: Desk): ErasureParts {
  const { archive, keeper, unsaved } = desk.opened();
  return {
    archive,
    keeper,
    unsaved,
    ports: desk.ports,
    onWritten: (written) => void desk.committed(written),
    makeSnapshot: () => desk.backups.run('snapshot'),
  };
}

export function erasure(desk: Desk): Asynchronous<ErasureApi> {
  return {
    async bin(limit) {
      const { archive, keeper } = desk.opened();
      return binPage(archive, keeper.index.columns, desk.ports.now(), limit);
    },

    async erase(customerIds) {
      const certificate = await eraseForGood(erasureParts(desk), customerIds);
      // The journal is shorter now: what could be undone cannot any more.
      desk.changed('many');
      return certificate;
    },

    async resumeErasure() {
      return resumeErasure(erasureParts(desk));
    },
  };
}
