import type { ReportingStatus as StatusName } from '@kreisweit/store';
import { builder } from '../builder.ts';

const descriptions: Readonly<Record<StatusName, { readonly description: string }>> = {
  COMPLETE: {
    description:
      'All that are expected have reported. A confidential figure is a report like any other; a measure that is reported for districts only needs the row of the district.',
  },
  PARTIAL: { description: 'Some members have not reported, or one measure is there and another is not.' },
  DELIVERED_ONLY: {
    description: 'The total of the district was delivered, and of its members nothing.',
  },
  UNCOUNTED: {
    description: 'Members have reported, and no register says how many there should be.',
  },
  NOTHING: { description: 'Nothing was delivered for the district.' },
};

/** How much of what is expected of a district has arrived. */
export const ReportingStatus = builder.enumType('ReportingStatus', {
  description: 'How much of what is expected of a district has arrived.',
  values: descriptions,
});
