import { withoutForgottenDecisions } from '../comparison/kept-decisions.ts';
import { withoutTellingCells } from '../imports/kept-mends.ts';
import { customerOfKey, kindOfKey, unsavedSchemas } from './unsaved.ts';

/**
 * What is left of something typed once these customers are forgotten; `null` for nothing. What was typed about others goes too
 * where it names one of them, and a mere list of customers goes on without them; so do cells of a file that tell of them.
 */
export function withoutForgotten(
  key: string,
  content: unknown,
  isForgotten: (customerId: string) => boolean,
  tells: (text: string) => boolean = () => false,
): unknown {
  if (isForgotten(customerOfKey(key))) return null;
  switch (kindOfKey(key)) {
    case 'relation': {
      const { data } = unsavedSchemas.relation.safeParse(content);
      return isForgotten(data?.who?.customerId ?? '') ? null : content;
    }
    case 'new-order': {
      const { data } = unsavedSchemas['new-order'].safeParse(content);
      return isForgotten(data?.buyer.customerId ?? '') ? null : content;
    }
    case 'check-skips': {
      const { data } = unsavedSchemas['check-skips'].safeParse(content);
      const left = data?.customerIds.filter((id) => !isForgotten(id)) ?? [];
      if (!data || left.length === data.customerIds.length) return content;
      return left.length === 0 ? null : { ...data, customerIds: left };
    }
    case 'comparison': {
      const { data } = unsavedSchemas.comparison.safeParse(content);
      const lists = withoutForgottenDecisions(data?.lists ?? [], isForgotten);
      if (lists === data?.lists) return content;
      return lists.length === 0 ? null : { lists };
    }
    case 'mends': {
      const { data } = unsavedSchemas.mends.safeParse(content);
      const files = withoutTellingCells(data?.files ?? [], tells);
      if (files === data?.files) return content;
      return files.length === 0 ? null : { files };
    }
    default:
      return content;
  }
}
