import { emptyLayout } from '#shared/domain/list-view/list-view.ts';
import { noFilter } from '#shared/filter/filter.ts';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { BuiltInViewId, ViewQuestion } from '../list-state.ts';

export interface BuiltInView extends ViewQuestion {
  id: BuiltInViewId;
  label: MessageKey;
}

/** Lists that every archive has. */
export const builtInViews: readonly BuiltInView[] = [
  { id: 'all', label: 'views.all', filter: noFilter, sort: [], layout: emptyLayout },
  {
    id: 'overdue',
    label: 'views.overdue',
    filter: { join: 'and', parts: [{ field: 'followUp', test: { is: 'days', to: { inDays: -1 } } }] },
    sort: [{ column: 'nextFollowUp', descending: false }],
    layout: emptyLayout,
  },
  {
    id: 'neglected',
    label: 'views.neglected',
    filter: {
      join: 'and',
      parts: [
        { field: 'value', test: { is: 'any', of: ['high'] } },
        { field: 'lastContact', not: true, test: { is: 'days', from: { inDays: -90 } } },
      ],
    },
    sort: [{ column: 'revenue', descending: true }],
    layout: emptyLayout,
  },
  {
    id: 'incomplete',
    label: 'views.incomplete',
    filter: { join: 'and', parts: [{ field: 'phone', not: true, test: { is: 'filled' } }] },
    sort: [{ column: 'revenue', descending: true }],
    layout: emptyLayout,
  },
  {
    id: 'unreachable',
    label: 'views.unreachable',
    filter: {
      join: 'and',
      parts: [
        { field: 'phoneState', test: { is: 'any', of: ['vacant', 'suspended', 'replaced'] } },
        { field: 'phoneState', not: true, test: { is: 'any', of: ['valid', 'unverified'] } },
      ],
    },
    sort: [{ column: 'revenue', descending: true }],
    layout: emptyLayout,
  },
  {
    id: 'checkDue',
    label: 'views.checkDue',
    filter: { join: 'and', parts: [{ field: 'checkDue', test: { is: 'yes' } }] },
    sort: [{ column: 'revenue', descending: true }],
    layout: { ...emptyLayout, shown: { verifiedOn: true } },
  },
];
