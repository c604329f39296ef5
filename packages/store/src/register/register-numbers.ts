import type { RegisterEntry, RegisterKind } from './register-entry.ts';
import type { FieldProblem, RegisterRecord } from './register-table.ts';

type NumberField = 'area' | 'population' | 'male' | 'female';

/** The numbers of one record. One that cannot be read is null and stands in the problems. */
export type RegisterNumbers = Pick<RegisterEntry, 'areaHectares' | 'population' | 'male'> & {
  readonly problems: readonly FieldProblem[];
};

/** Reads area and inhabitants and checks them against each other. Only municipalities must have them. */
export function registerNumbers(
  record: RegisterRecord,
  kind: RegisterKind,
  hectaresPerAreaUnit: number,
): RegisterNumbers {
  const required = kind === 'municipality';
  const area = readNumber(record, 'area', required);
  const population = readNumber(record, 'population', required);
  const male = readNumber(record, 'male', required);
  const female = readNumber(record, 'female', false);
  return {
    // Sheets hold areas with binary noise (65.239999999999995 km2); published are whole hectares.
    areaHectares: area.value === null ? null : Math.round(area.value * hectaresPerAreaUnit),
    population: population.value,
    male: male.value,
    problems: [
      ...[area, population, male, female].flatMap(({ problem }) => (problem === null ? [] : [problem])),
      ...contradictions(record, population.value, male.value, female.value),
    ],
  };
}

type Reading = { readonly value: number | null; readonly problem: FieldProblem | null };

function readNumber(record: RegisterRecord, field: NumberField, required: boolean): Reading {
  const text = record[field];
  if (text === '' && !required) return { value: null, problem: null };
  if (text === '') return { value: null, problem: { field, message: 'the number is missing' } };
  // As XLSX and GV100AD write numbers: digits, a decimal point, perhaps an exponent; never a sign.
  const value = /^\d+(\.\d+)?(E[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (field === 'area' ? Number.isFinite(value) : Number.isSafeInteger(value))
    return { value, problem: null };
  const expected = field === 'area' ? 'a number' : 'a whole number';
  return { value: null, problem: { field, message: `"${text}" is not ${expected}` } };
}

function contradictions(
  record: RegisterRecord,
  population: number | null,
  male: number | null,
  female: number | null,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (population !== null && male !== null && female !== null && male + female !== population) {
    const message = `${population} is not the sum of ${male} male and ${female} female inhabitants`;
    problems.push({ field: 'population', message });
  }
  if (population !== null && male !== null && female === null && male > population) {
    problems.push({ field: 'male', message: `${male} is more than the population of ${population}` });
  }
  if (record.textCode === '66' && population !== null && population > 0) {
    const message = `${population} inhabitants, but Textkennzeichen 66 says that nobody lives there`;
    problems.push({ field: 'population', message });
  }
  return problems;
}
