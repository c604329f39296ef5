import { type Flag as FlagName, flagBits } from '@kreisweit/domain';
import { builder } from '../builder.ts';

const labels: Readonly<Record<FlagName, string>> = {
  PROVISIONAL: 'The institute will replace the value.',
  REVISED: 'The institute has replaced an earlier value.',
  ESTIMATED: 'The value is an estimate.',
  LIMITED: 'The value is of limited use: the institute shows it in brackets.',
  BREAK: 'Method or territory changed since the period before: do not compare across it.',
  MIXED_BASE: 'Numerator and denominator count different populations; the indicator says why (`mixedBase`).',
  ROUNDED: 'The institute rounded the value on its own, or it is computed from such values.',
  PERTURBED:
    'The institute altered the value at random to protect persons, or it is computed from such values.',
  REFORM:
    'The boundaries of the territory changed since the period before; it always comes with `BREAK`, which also stands for a change of method.',
};

/** What else is true of a value. */
export const Flag = builder.enumType('Flag', {
  description: 'What else is true of a value. Several can hold at once.',
  values: Object.fromEntries(
    (Object.keys(flagBits) as FlagName[]).map((flag) => [flag, { value: flag, description: labels[flag] }]),
  ),
});
