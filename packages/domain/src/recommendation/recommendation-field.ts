import type { LocalisedText } from '../localised-text.ts';

/**
 * The fields of cooperation that a recommendation can belong to, with names for people. `cooperation` is the
 * division of tasks itself; the others are the fields of the expertise, in its order.
 */
export const recommendationFieldTitles = Object.freeze({
  cooperation: { de: 'Zusammenarbeit und Aufgabenteilung', en: 'Cooperation and division of tasks' },
  strategy: { de: 'Strategische Entscheidungen', en: 'Strategic decision-making' },
  networking: { de: 'Vernetzung und Beteiligung', en: 'Networking and participation' },
  'public-relations': { de: 'Interkulturelle Öffentlichkeitsarbeit', en: 'Intercultural public relations' },
  competence: { de: 'Interkulturelle Kompetenz', en: 'Intercultural competence' },
  data: { de: 'Datenmanagement', en: 'Data management' },
} satisfies Record<string, LocalisedText>);

export type RecommendationField = keyof typeof recommendationFieldTitles;
