import { createWorkCalendar, holidayScheduleSchema } from '#shared/calendar/work-calendar.ts';
import y2016 from '../../resources/holidays/2016.json' with { type: 'json' };
import y2017 from '../../resources/holidays/2017.json' with { type: 'json' };
import y2018 from '../../resources/holidays/2018.json' with { type: 'json' };
import y2019 from '../../resources/holidays/2019.json' with { type: 'json' };
import y2020 from '../../resources/holidays/2020.json' with { type: 'json' };
import y2021 from '../../resources/holidays/2021.json' with { type: 'json' };
import y2022 from '../../resources/holidays/2022.json' with { type: 'json' };
import y2023 from '../../resources/holidays/2023.json' with { type: 'json' };
import y2024 from '../../resources/holidays/2024.json' with { type: 'json' };
import y2025 from '../../resources/holidays/2025.json' with { type: 'json' };
import y2026 from '../../resources/holidays/2026.json' with { type: 'json' };

const notices = [y2016, y2017, y2018, y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026];

/** The days off and make-up workdays that ship with the app: the notices of 2016–2026. */
export const workCalendar = createWorkCalendar(notices.map((notice) => holidayScheduleSchema.parse(notice)));
