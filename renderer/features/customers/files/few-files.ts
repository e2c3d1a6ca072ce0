/** So many files of a list stand on a card at first. */
export const firstFiles = 5;
/** At a press; as many again as the end of these comes near, so that no hundreds of pictures are opened at once. */
export const moreFiles = 40;
