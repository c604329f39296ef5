import { territoryKinds, territoryKindTitles } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** What a territory is. */
export const TerritoryKind = builder.enumType('TerritoryKind', {
  description: 'What a territory is.',
  values: labelledValues(territoryKinds.map((kind) => [kind, kind, territoryKindTitles[kind]])),
});
