import type { LocalisedText } from '../localised-text.ts';

/**
 * How urban or rural a municipality is, by Eurostat's degree of urbanisation (DEGURBA): 1 cities, 2 towns and suburbs,
 * 3 rural areas. The municipality register gives it as `Grad der Verstädterung`, before 2014 as
 * `EU-Stadt-/Landgliederung`.
 */
export type DegreeOfUrbanisation = 1 | 2 | 3;

/** Names of the degrees for people: in German as the municipality register writes them, in English as Eurostat does. */
export const degreeOfUrbanisationTitles: Readonly<Record<DegreeOfUrbanisation, LocalisedText>> =
  Object.freeze({
    1: { de: 'dicht besiedelt', en: 'Cities' },
    2: { de: 'mittlere Besiedlungsdichte', en: 'Towns and suburbs' },
    3: { de: 'gering besiedelt', en: 'Rural areas' },
  });
