import type { DegreeOfUrbanisation } from '@kreisweit/domain';
import type { FieldProblem, RegisterRecord } from './register-table.ts';

/** The degree of one record, null where the register does not say it or it cannot be read; then there is a problem. */
export type DegreeReading = {
  readonly degreeOfUrbanisation: DegreeOfUrbanisation | null;
  readonly problems: readonly FieldProblem[];
};

const degrees: ReadonlyMap<string, DegreeOfUrbanisation> = new Map([
  ['01', 1],
  ['02', 2],
  ['03', 3],
]);

/** Reads the degree of urbanisation from its key, `01` to `03`. */
export function readDegreeOfUrbanisation({
  degreeOfUrbanisation: key,
}: Pick<RegisterRecord, 'degreeOfUrbanisation'>): DegreeReading {
  const degree = degrees.get(key) ?? null;
  if (degree !== null || key === '') return { degreeOfUrbanisation: degree, problems: [] };
  const message = `"${key}" is no degree of urbanisation, expected its key 01, 02 or 03`;
  return { degreeOfUrbanisation: null, problems: [{ field: 'degreeOfUrbanisation', message }] };
}
