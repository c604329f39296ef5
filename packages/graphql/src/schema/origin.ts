import { type Origin as OriginName, originCodes } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

const labels: Readonly<Record<OriginName, string>> = {
  DELIVERED: 'The institute delivered the value of this very territory.',
  SUMMED: 'Rolled up from the members of the territory.',
  APPORTIONED: 'Carried over by a crosswalk with fractional weights: an estimate.',
  MIXED: 'Computed from values of different origin.',
};

/** Where the value of a territory comes from. The values behind the names are the stored codes. */
export const Origin = builder.enumType('Origin', {
  description: 'Where the value of a territory comes from.',
  values: labelledValues<number>(
    Object.entries(originCodes).map(([name, code]) => [name, code, labels[name as OriginName]]),
  ),
});
