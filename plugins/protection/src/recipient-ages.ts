/** The age groups of the table. A `part` is delivered once more for formulas, which cannot choose a category. */
export const ages = [
  { label: 'unter 7 Jahre', category: '0-6', part: 'recipientsUnder7' },
  { label: '7 bis unter 18 Jahre', category: '7-17', part: 'recipientsAged7To17' },
  { label: '18 bis unter 25 Jahre', category: '18-24', part: 'recipientsAged18To24' },
  { label: '25 bis unter 50 Jahre', category: '25-49', part: null },
  { label: '50 bis unter 65 Jahre', category: '50-64', part: null },
  { label: '65 Jahre und mehr', category: '65plus', part: null },
] as const;
