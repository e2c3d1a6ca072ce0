import type { Interaction } from './interaction.ts';

/** Whether somebody was reached: a missed call or a dead number is no contact. */
export function isContact(interaction: Pick<Interaction, 'outcome'>): boolean {
  return interaction.outcome !== 'missed' && interaction.outcome !== 'invalid';
}
