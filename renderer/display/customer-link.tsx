import type { ReactNode } from 'react';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import { navigate } from '../state/navigation.ts';
import { TextLink, type TextLinkProps } from '../ui/text/text-link.tsx';

interface CustomerLinkProps extends Pick<TextLinkProps, 'look'> {
  id: CustomerId;
  /** What the customer is called. */
  children: ReactNode;
}

/** Leads to the card of a customer. */
export function CustomerLink({ id, ...rest }: CustomerLinkProps) {
  return (
    <TextLink
      {...rest}
      onPress={() => {
        navigate({ screen: 'customers', customerId: id });
      }}
    />
  );
}
