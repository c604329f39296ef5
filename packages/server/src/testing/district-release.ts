import type { ReleaseInput } from '@kreisweit/store';

/** A made-up delivery of residents of districts (by key) in a year, as a part of the table that districts come from. */
export function releaseOfDistricts(
  period: string,
  residents: Readonly<Record<string, number>>,
): ReleaseInput {
  async function* batches() {
    yield Object.entries(residents).map(([territory, count]) => ({
      territory,
      measure: 'residents',
      period,
      breakdown: {},
      cell: { value: count, status: 'NORMAL' as const, flags: 0, sign: null },
    }));
  }
  return {
    input: 'population/residentsByDistrict',
    kind: 'partial',
    source: 'made up',
    title: 'made up',
    institute: 'made up',
    licence: 'dl-de/by-2-0',
    file: `made up ${period}`,
    checksum: `made up ${period}`,
    retrieved: null,
    notes: [],
    boundaryNotes: [],
    demo: false,
    batches: batches(),
  };
}
