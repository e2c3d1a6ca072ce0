import type { Language } from '../i18n/catalogue.ts';
import type { MessageKey } from '../i18n/messages.ts';

interface SearchExample {
  typed: string;
  meaning: MessageKey;
}

/** What may be typed into the search beside a name, the most useful first; each can be tried as it stands. */
export const searchExamples: Readonly<Record<Language, readonly SearchExample[]>> = {
  'zh-CN': [
    { typed: '未联系>90天', meaning: 'search.example.quiet' },
    { typed: '跟进:逾期', meaning: 'search.example.overdue' },
    { typed: '生日:本月', meaning: 'search.example.birthday' },
    { typed: '消费>=1万', meaning: 'search.example.spent' },
    { typed: '无电话', meaning: 'search.example.without' },
    { typed: '-类型:企业', meaning: 'search.example.not' },
    { typed: '-五金', meaning: 'search.example.notWord' },
    { typed: '跟进:今天 或 生日:今天', meaning: 'search.example.either' },
    { typed: '"无电话"', meaning: 'search.example.quoted' },
  ],
  en: [
    { typed: 'not-contacted>90d', meaning: 'search.example.quiet' },
    { typed: 'due:overdue', meaning: 'search.example.overdue' },
    { typed: 'birthday:this-month', meaning: 'search.example.birthday' },
    { typed: 'spent>=10k', meaning: 'search.example.spent' },
    { typed: 'no:phone', meaning: 'search.example.without' },
    { typed: '-type:company', meaning: 'search.example.not' },
    { typed: '-hardware', meaning: 'search.example.notWord' },
    { typed: 'due:today OR birthday:today', meaning: 'search.example.either' },
    { typed: '"no phone"', meaning: 'search.example.quoted' },
  ],
};
