import { type UnitKey, units } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** The unit of values. */
export const Unit = builder.enumType('Unit', {
  description: 'The unit of values.',
  values: labelledValues((Object.keys(units) as UnitKey[]).map((unit) => [unit, unit, units[unit].title])),
});
