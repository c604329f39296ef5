import { type TerritoryKind, territoryKindTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

const levels = [
  'state',
  'region',
  'district',
  'association',
  'municipality',
] as const satisfies TerritoryKind[];

/** The levels at which the territories inside a territory can be listed. */
export const TerritoryLevel = builder.enumType('TerritoryLevel', {
  description: 'A level of territories inside another one.',
  values: labelledValues(levels.map((level) => [level, level, territoryKindTitles[level]])),
});
