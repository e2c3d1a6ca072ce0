/** Of fewer changes at once nobody could read how far they are: they are done before that. */
export const toldFrom = 1_000;
