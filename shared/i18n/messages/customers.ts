import type { Sentences } from '../catalogue.ts';

export const customerMessages = {
  'customers.title': ['客户', 'Customers'],
} as const satisfies Sentences;
