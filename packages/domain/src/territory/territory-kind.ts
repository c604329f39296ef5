import type { LocalisedText } from '../localised-text.ts';

/**
 * What a territory is. `association` is a Gemeindeverband (Amt, Samtgemeinde, Verbandsgemeinde), `region` a
 * Regierungsbezirk or Statistische Region, `part` a piece of a municipality or district that a table lists
 * as an extra (a Berlin borough) and that is never rolled up.
 */
export const territoryKinds = Object.freeze([
  'country',
  'state',
  'region',
  'district',
  'association',
  'municipality',
  'part',
  'group',
] as const);

export type TerritoryKind = (typeof territoryKinds)[number];

/** Names of the kinds for people. */
export const territoryKindTitles: Readonly<Record<TerritoryKind, LocalisedText>> = Object.freeze({
  country: { de: 'Staat', en: 'Country' },
  state: { de: 'Land', en: 'State' },
  region: { de: 'Regierungsbezirk oder Statistische Region', en: 'Region' },
  district: { de: 'Kreis oder kreisfreie Stadt', en: 'District' },
  association: { de: 'Gemeindeverband', en: 'Association of municipalities' },
  municipality: { de: 'Gemeinde', en: 'Municipality' },
  part: { de: 'Teilgebiet', en: 'Part of a territory' },
  group: { de: 'Gruppe', en: 'Group of territories' },
});
