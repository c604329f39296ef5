import type { ReleaseInput } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** How a release stands to earlier ones of its input. */
export const ReleaseKind = builder.enumType('ReleaseKind', {
  description: 'How a release stands to earlier ones of the same table.',
  values: labelledValues<ReleaseInput['kind']>([
    ['full', 'full', 'It replaces them: what it does not hold any more is withdrawn.'],
    ['partial', 'partial', 'It adds to them.'],
  ]),
});
