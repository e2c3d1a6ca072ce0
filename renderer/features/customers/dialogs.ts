import { laterComponent } from '../../ui/layout/later.ts';

/** The dialogs of list and card, and parts that are opened or rarely there: none of it is read before the list stands. */
export const AnniversaryDialog = laterComponent(
  async () => (await import('./dates/anniversary-dialog.tsx')).AnniversaryDialog,
);
export const AskDialog = laterComponent(async () => (await import('./self-update/ask-dialog.tsx')).AskDialog);
export const BulkDialog = laterComponent(async () => (await import('./bulk/bulk-dialog.tsx')).BulkDialog);
export const CardPrintDialog = laterComponent(
  async () => (await import('./print/card-print-dialog.tsx')).CardPrintDialog,
);
export const ColumnStatisticsDialog = laterComponent(
  async () => (await import('./columns/column-statistics.tsx')).ColumnStatisticsDialog,
);
export const ContactDialog = laterComponent(async () => (await import('./contacts/contact-dialog.tsx')).ContactDialog);
export const CustomerLookup = laterComponent(
  async () => (await import('./own-fields/customer-lookup.tsx')).CustomerLookup,
);
export const ExportDialog = laterComponent(async () => (await import('./export/export-dialog.tsx')).ExportDialog);
export const FileDialog = laterComponent(async () => (await import('./files/file-dialog.tsx')).FileDialog);
export const FilterDialog = laterComponent(async () => (await import('./filter/filter-dialog.tsx')).FilterDialog);
export const FollowUpDialog = laterComponent(
  async () => (await import('./follow-ups/follow-up-dialog.tsx')).FollowUpDialog,
);
export const InteractionDialog = laterComponent(
  async () => (await import('./timeline/interaction-dialog.tsx')).InteractionDialog,
);
export const IntroductionsDialog = laterComponent(
  async () => (await import('./relations/introductions-dialog.tsx')).IntroductionsDialog,
);
export const LossDialog = laterComponent(async () => (await import('./card/loss-dialog.tsx')).LossDialog);
export const MonthChoice = laterComponent(async () => (await import('./timeline/month-choice.tsx')).MonthChoice);
export const MergeIntoDialog = laterComponent(
  async () => (await import('./merge/merge-into-dialog.tsx')).MergeIntoDialog,
);
export const MergedFrom = laterComponent(async () => (await import('./merge/merged-from.tsx')).MergedFrom);
export const NewOrderDialog = laterComponent(
  async () => (await import('./orders/new-order-dialog.tsx')).NewOrderDialog,
);
export const OrderDialog = laterComponent(async () => (await import('./orders/order-dialog.tsx')).OrderDialog);
export const PasteDialog = laterComponent(async () => (await import('./bulk/paste-dialog.tsx')).PasteDialog);
export const PreviewDialog = laterComponent(async () => (await import('./files/preview-dialog.tsx')).PreviewDialog);
export const PrintDialog = laterComponent(async () => (await import('./print/print-dialog.tsx')).PrintDialog);
export const QuickAddDialog = laterComponent(
  async () => (await import('./quick-add/quick-add-dialog.tsx')).QuickAddDialog,
);
export const RelationDialog = laterComponent(
  async () => (await import('./relations/relation-dialog.tsx')).RelationDialog,
);
export const RelationMap = laterComponent(async () => (await import('./relations/relation-map.tsx')).RelationMap);
export const ReplyDialog = laterComponent(async () => (await import('./self-update/reply-dialog.tsx')).ReplyDialog);
export const RowMenu = laterComponent(async () => (await import('./list/row-menu.tsx')).RowMenu);
export const VCardDialog = laterComponent(async () => (await import('./card/vcard-dialog.tsx')).VCardDialog);
export const DateField = laterComponent(async () => (await import('../../ui/fields/date-field.tsx')).DateField);
