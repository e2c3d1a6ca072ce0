/** Where to go when a cell is left: stay, the one below, or its neighbour. */
export type LeaveBy = 'stay' | 'down' | 'next' | 'previous';
