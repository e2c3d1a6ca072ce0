import type { Sentences } from './catalogue.ts';
import { appMessages } from './messages/app.ts';
import { bulkMessages } from './messages/bulk.ts';
import { calendarMessages } from './messages/calendar.ts';
import { campaignMessages } from './messages/campaigns.ts';
import { cardLayoutMessages } from './messages/card-layout.ts';
import { cardMessages } from './messages/card.ts';
import { checkUpMessages } from './messages/check-up.ts';
import { classMessages } from './messages/classes.ts';
import { comparisonMessages } from './messages/comparison.ts';
import { customerMessages } from './messages/customers.ts';
import { dataMessages } from './messages/data.ts';
import { dayMessages } from './messages/days.ts';
import { duplicateMessages } from './messages/duplicates.ts';
import { exportMessages } from './messages/exports.ts';
import { fieldMessages } from './messages/fields.ts';
import { fileMessages } from './messages/files.ts';
import { filterMessages } from './messages/filters.ts';
import { firstRunMessages } from './messages/first-run.ts';
import { gapMessages } from './messages/gaps.ts';
import { gridMessages } from './messages/grid.ts';
import { historyMessages } from './messages/history.ts';
import { importProblemMessages } from './messages/import-problems.ts';
import { importMessages } from './messages/imports.ts';
import { lockMessages } from './messages/lock.ts';
import { machineMessages } from './messages/machine.ts';
import { mergeMessages } from './messages/merge.ts';
import { newCustomerMessages } from './messages/new-customer.ts';
import { orderMessages } from './messages/orders.ts';
import { printMessages } from './messages/print.ts';
import { reachMessages } from './messages/reach.ts';
import { recordMessages } from './messages/records.ts';
import { recoveryMessages } from './messages/recovery.ts';
import { relationMessages } from './messages/relations.ts';
import { safetyMessages } from './messages/safety.ts';
import { selfUpdateMessages } from './messages/self-update.ts';
import { settingsMessages } from './messages/settings.ts';
import { starterMessages } from './messages/starters.ts';
import { tagMessages } from './messages/tags.ts';
import { timelineMessages } from './messages/timeline.ts';
import { todayMessages } from './messages/today.ts';
import { trustMessages } from './messages/trust.ts';
import { uiMessages } from './messages/ui.ts';
import { viewMessages } from './messages/views.ts';
import { wordMessages } from './messages/words.ts';

/** Every sentence the screens say, by key. One file for each thing that is spoken of under messages/. */
export const messages = {
  ...appMessages,
  ...bulkMessages,
  ...calendarMessages,
  ...campaignMessages,
  ...cardLayoutMessages,
  ...cardMessages,
  ...checkUpMessages,
  ...classMessages,
  ...comparisonMessages,
  ...customerMessages,
  ...dataMessages,
  ...dayMessages,
  ...duplicateMessages,
  ...exportMessages,
  ...fieldMessages,
  ...fileMessages,
  ...filterMessages,
  ...firstRunMessages,
  ...gapMessages,
  ...gridMessages,
  ...historyMessages,
  ...importProblemMessages,
  ...importMessages,
  ...lockMessages,
  ...machineMessages,
  ...mergeMessages,
  ...newCustomerMessages,
  ...orderMessages,
  ...printMessages,
  ...reachMessages,
  ...recordMessages,
  ...recoveryMessages,
  ...relationMessages,
  ...safetyMessages,
  ...selfUpdateMessages,
  ...settingsMessages,
  ...starterMessages,
  ...tagMessages,
  ...timelineMessages,
  ...todayMessages,
  ...trustMessages,
  ...uiMessages,
  ...viewMessages,
  ...wordMessages,
} as const satisfies Sentences;

export type MessageKey = keyof typeof messages;
