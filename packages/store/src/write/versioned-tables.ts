/** The tables whose rows carry `version_from` and `version_until`, children before parents. */
export const versionedTables = [
  'published_series',
  'aggregate',
  'observation',
  'catalogue_version',
  'territory_version',
  'membership',
  'territory_group',
  'subject_agreement',
  'territory_life',
  'reform',
  'earlier_district',
  'release',
  'register',
  'change_source',
  'boundary_set',
] as const;
