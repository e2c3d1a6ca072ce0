import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createWorkCalendar, holidayScheduleSchema } from '#shared/calendar/work-calendar.ts';

const folder = resolve(import.meta.dirname, '../../resources/holidays');

/** The schedules that ship with the app. */
export const holidaySchedules = readdirSync(folder).map((name) =>
  holidayScheduleSchema.parse(JSON.parse(readFileSync(resolve(folder, name), 'utf8'))),
);

export const workCalendar = createWorkCalendar(holidaySchedules);
