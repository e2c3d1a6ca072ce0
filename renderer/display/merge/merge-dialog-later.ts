import { laterComponent } from '../../ui/layout/later.ts';

export const MergeDialog = laterComponent(async () => (await import('./merge-dialog.tsx')).MergeDialog);
