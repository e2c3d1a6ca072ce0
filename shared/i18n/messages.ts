import type { Sentences } from './catalogue.ts';
import { appMessages } from './messages/app.ts';
import { bulkMessages } from './messages/bulk.ts';
import { calendarMessages } from './messages/calendar.ts';
import { cardLayoutMessages } from './messages/card-layout.ts';
import { checkUpMessages } from './messages/check-up.ts';
import { campaignMessages } from './messages/campaigns.ts';
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
import { gapMessages } from './messages/gaps.ts';
import { historyMessages } from './messages/history.ts';
import { importMessages } from './messages/imports.ts';
import { machineMessages } from './messages/machine.ts';
import { mergeMessages } from './messages/merge.ts';
import { printMessages } from './messages/print.ts';
import { reachMessages } from './messages/reach.ts';
import { recordMessages } from './messages/records.ts';
import { relationMessages } from './messages/relations.ts';
import { safetyMessages } from './messages/safety.ts';
import { selfUpdateMessages } from './messages/self-update.ts';
import { settingsMessages } from './messages/settings.ts';
import { starterMessages } from './messages/starters.ts';
import { todayMessages } from './messages/today.ts';
import { trustMessages } from './messages/trust.ts';
import { uiMessages } from './messages/ui.ts';
import { viewMessages } from './messages/views.ts';

/** Every sentence the screens say, by key. One file per screen under messages/. */
export const messages = {
  ...appMessages,
  ...bulkMessages,
  ...calendarMessages,
  ...cardLayoutMessages,
  ...checkUpMessages,
  ...campaignMessages,
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
  ...gapMessages,
  ...historyMessages,
  ...importMessages,
  ...machineMessages,
  ...mergeMessages,
  ...printMessages,
  ...reachMessages,
  ...recordMessages,
  ...relationMessages,
  ...safetyMessages,
  ...selfUpdateMessages,
  ...settingsMessages,
  ...starterMessages,
  ...todayMessages,
  ...trustMessages,
  ...uiMessages,
  ...viewMessages,
} as const satisfies Sentences;

export type MessageKey = keyof typeof messages;
