import { nameProblem } from '../table-file/name-problem.ts';
import { readDegreeOfUrbanisation } from './degree-of-urbanisation.ts';
import type { RegisterEntry, RegisterKind } from './register-entry.ts';
import { agsOf, arsOf, keyProblems } from './register-key.ts';
import { registerNumbers } from './register-numbers.ts';
import type { RegisterProblem } from './register-problems.ts';
import type { FieldProblem, RegisterRecord, RegisterTable } from './register-table.ts';

/** The Satzarten that become entries. */
const kinds: ReadonlyMap<string, RegisterKind> = new Map([
  ['10', 'state'],
  ['20', 'region'],
  ['40', 'district'],
  ['50', 'association'],
  ['60', 'municipality'],
]);

/**
 * Satzart 30, the twelve planning regions of Baden-Württemberg, is left out. It is keyed by four digits, Land
 * + RB + one of its own (0811 Region Stuttgart): no level of the ARS, which has prefixes of 2, 3, 5 and 9
 * digits, and no AGS. The first four digits of a district's key say in which region it lies, so nothing is lost.
 *
 * Satzart 20 stays: it is keyed Land + RB, the three digits that begin the keys of its districts. It holds
 * the Regierungsbezirke, the statistical regions of Niedersachsen and what was one before in Rheinland-Pfalz
 * and Sachsen. Where the RB is 0 the Land has none, and there is no such row.
 */
const leftOut = '30';

/** What became of one record. `entry` is null where it is left out or its key is unusable. */
export type EntryReading = {
  readonly entry: RegisterEntry | null;
  readonly problems: readonly RegisterProblem[];
};

/**
 * Understands one record: its key, name and numbers. Where only a number is wrong the entry is still made,
 * without it, so that the checks across entries see the row.
 */
export function entryFromRecord(
  record: RegisterRecord,
  table: Pick<RegisterTable, 'columnOf' | 'hectaresPerAreaUnit'>,
): EntryReading {
  if (record.recordType === leftOut) return { entry: null, problems: [] };
  const placed = ({ field, message }: FieldProblem): RegisterProblem => ({
    line: record.line,
    column: table.columnOf(field),
    message,
  });

  const kind = kinds.get(record.recordType);
  if (kind === undefined) {
    const message = `"${record.recordType}" is no Satzart, expected 10, 20, 30, 40, 50 or 60`;
    return { entry: null, problems: [placed({ field: 'recordType', message })] };
  }
  const wrongKey = keyProblems(record, kind);
  const { problems: wrongNumbers, ...numbers } = registerNumbers(record, kind, table.hectaresPerAreaUnit);
  const { problems: wrongDegree, degreeOfUrbanisation } = readDegreeOfUrbanisation(record);
  const problems = [...wrongKey, ...labelProblems(record, kind), ...wrongNumbers, ...wrongDegree].map(placed);
  if (wrongKey.length > 0) return { entry: null, problems };

  const ars = arsOf(record, kind);
  const entry: RegisterEntry = Object.freeze({
    line: record.line,
    kind,
    ars,
    ags: agsOf(ars, kind),
    name: record.name,
    textCode: record.textCode === '' ? null : record.textCode,
    ...numbers,
    postcode: record.postcode === '' ? null : record.postcode,
    degreeOfUrbanisation,
  });
  return { entry, problems };
}

function labelProblems(record: RegisterRecord, kind: RegisterKind): readonly FieldProblem[] {
  const { name, textCode, postcode, recordType } = record;
  const problems: FieldProblem[] = [];
  const wrongName = nameProblem(name);
  if (wrongName !== null) problems.push({ field: 'name', message: wrongName });
  // The codes of a Satzart begin with its first digit: 41 to 45, 50 to 58, 60 to 67.
  const expected = kind === 'state' || kind === 'region' ? /^$/ : new RegExp(`^${recordType[0]}\\d$`);
  if (!expected.test(textCode)) {
    problems.push({ field: 'textCode', message: `"${textCode}" does not belong to Satzart ${recordType}` });
  }
  if (postcode !== '' && !/^\d{5}$/.test(postcode)) {
    problems.push({ field: 'postcode', message: `"${postcode}" is no postcode, expected 5 digits` });
  }
  return problems;
}
