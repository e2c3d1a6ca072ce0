/** What several customers are put on paper as. */
export const sheetLayouts = ['list', 'labels', 'envelopes', 'pocket', 'route'] as const;
export type SheetLayout = (typeof sheetLayouts)[number];
