import type { LocalisedText } from '../localised-text.ts';

/** What a free group of territories is, with names for people. */
export const groupCategoryTitles = Object.freeze({
  PLANNING_REGION: { de: 'Planungsregion', en: 'Planning region' },
  JOB_CENTRE_DISTRICT: { de: 'Jobcenter-Bezirk', en: 'Job-centre district' },
  PARTNERSHIP: { de: 'Partnerschaft', en: 'Partnership' },
  OTHER: { de: 'Sonstige Gruppe', en: 'Other group' },
} satisfies Record<string, LocalisedText>);

export type GroupCategory = keyof typeof groupCategoryTitles;

export const groupCategories = Object.freeze(Object.keys(groupCategoryTitles)) as readonly GroupCategory[];
