import { createWorkCalendar, holidayScheduleSchema } from '#shared/calendar/work-calendar.ts';

const files = import.meta.glob('../../resources/holidays/*.json', { eager: true, import: 'default' });

/** The days off and make-up workdays that ship with the app. */
export const workCalendar = createWorkCalendar(Object.values(files).map((file) => holidayScheduleSchema.parse(file)));
