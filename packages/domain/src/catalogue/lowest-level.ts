import type { Measure } from './measure.ts';

/**
 * The lowest kind of territory for which a formula over these measures is published: that of the measure which is reported
 * highest; own counts of persons are published for districts only (rule 13).
 */
export function lowestLevel(
  measures: readonly Pick<Measure, 'reportedAt' | 'disclosure'>[],
): Measure['reportedAt'] {
  const isOfDistricts = measures.some(
    ({ reportedAt, disclosure }) => reportedAt === 'district' || typeof disclosure === 'object',
  );
  if (isOfDistricts) return 'district';
  return measures.some(({ reportedAt }) => reportedAt === 'association') ? 'association' : 'municipality';
}
