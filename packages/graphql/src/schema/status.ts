import { statusCodes, statuses, statusTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** Why there is a value or none. The values behind the names are the stored codes, so lists of them pass unchanged. */
export const Status = builder.enumType('Status', {
  description: 'Why there is a value, or why there is none. A missing value is never a zero.',
  values: labelledValues<number>(
    statuses.map((status) => [status, statusCodes[status], statusTitles[status]]),
  ),
});
