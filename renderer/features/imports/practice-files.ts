import { failWith } from '#shared/errors/app-error.ts';
import type { Language } from '#shared/i18n/catalogue.ts';
import contacts from '../../../resources/samples/google-contacts.csv?url';
import customers from '../../../resources/samples/客户名单.csv?url';
import interactions from '../../../resources/samples/联系记录.csv?url';
import orders from '../../../resources/samples/销售明细.xlsx?url';

const shop = [
  ['客户名单.csv', customers],
  ['销售明细.xlsx', orders],
  ['联系记录.csv', interactions],
] as const;
const english = [['google-contacts.csv', contacts]] as const;

/** The invented files that come with the app, in the order to import them. English adds a British address book. */
export async function fetchPracticeFiles(language: Language): Promise<File[]> {
  const wanted = language === 'en' ? [...english, ...shop] : shop;
  return Promise.all(
    wanted.map(async ([name, url]) => {
      const response = await fetch(url);
      if (!response.ok) failWith('import/damaged');
      return new File([await response.blob()], name);
    }),
  );
}
