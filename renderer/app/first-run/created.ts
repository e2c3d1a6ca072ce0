import type { Output } from '#shared/ipc/contract.ts';

/** What creating an archive gave: its keys, and the paper key to be written down. */
export type Created = Output<'keys/create'>;
