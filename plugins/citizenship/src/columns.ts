import type { ColumnMapping } from '@kreisweit/plugin-kit';
import type { Measure } from './measures.ts';

const above = ['Einbürgerungen von Ausländern', 'Kontinente (einschl. staatenlos etc.)'];

const origins = [
  { label: 'Afrika', category: 'africa', part: 'naturalisationsFromAfrica' },
  { label: 'Amerika', category: 'america', part: null },
  { label: 'Asien', category: 'asia', part: 'naturalisationsFromAsia' },
  { label: 'Australien und Ozeanien', category: 'oceania', part: null },
  { label: 'Europa', category: 'europe', part: 'naturalisationsFromEurope' },
  { label: 'Staatenlos, unbekannt, ungeklärt, ohne Angabe', category: 'unknown', part: null },
] as const;

/** The columns of the table 12511-01-01-4; three of them deliver a part for a formula too. */
export const columns: readonly ColumnMapping<Measure>[] = [
  { header: [...above, 'Insgesamt'], measure: 'naturalisations' },
  ...origins.flatMap(({ label, category, part }): readonly ColumnMapping<Measure>[] => {
    const header = [...above, label];
    return [
      { header, measure: 'naturalisations', breakdown: { regionOfOrigin: category } },
      ...(part === null ? [] : [{ header, measure: part }]),
    ];
  }),
];
