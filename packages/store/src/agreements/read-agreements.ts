import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type LocalisedText, parseTerritoryKey } from '@kreisweit/domain';
import { isObject, type JsonObject, readFields } from '../groups/json-fields.ts';
import { type AgreementProblem, AgreementProblems } from './agreement-problems.ts';
import type { AgreementFile, DeclaredAgreement } from './declared-agreement.ts';

/**
 * Reads a file of agreements of districts (JSON):
 *
 * ```json
 * { "source": "Landkreis Goslar",
 *   "agreements": [ {
 *     "district": "03153", "subject": "population/foreigners", "measure": "population/foreigners",
 *     "purpose": { "de": "Bericht an den Kreistag", "en": "Report to the district council" },
 *     "since": "2023-01-01", "decidedBy": "Kreistag, Beschluss 12/2023"
 * } ] }
 * ```
 *
 * Throws AgreementProblems with everything that is wrong with the file itself; whether districts, subjects and measures
 * exist only the store knows (see `importAgreements`).
 */
export async function readAgreements(path: string): Promise<AgreementFile> {
  return agreementsOf(basename(path), await readFile(path, 'utf8'));
}

/** Reads agreements as `readAgreements` does, from the text of a file. */
export function agreementsOf(file: string, text: string): AgreementFile {
  const json = parsed(file, text);
  const problems: AgreementProblem[] = [];
  const read = readFields(json, { field: '', known: ['source', 'agreements'] }, problems);
  const source = read.text('source', 'say who declares the agreements');
  const agreements = read
    .list('agreements', 'list the agreements')
    .map((value, index) => readAgreement(value, `agreements[${index}]`, problems))
    .filter((agreement) => agreement !== null);
  const all = [...problems, ...twoForOnePurpose(agreements)];
  if (all.length > 0) throw new AgreementProblems(file, all);
  return { file, source, agreements };
}

function parsed(file: string, text: string): JsonObject {
  let json: unknown;
  try {
    // Windows editors put a mark before the text.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AgreementProblems(file, [{ message: `is no JSON: ${reason}` }]);
  }
  if (isObject(json)) return json;
  throw new AgreementProblems(file, [{ message: 'holds no object: write { "agreements": [ ... ] }' }]);
}

const KNOWN = ['district', 'subject', 'measure', 'purpose', 'since', 'decidedBy'] as const;
const DISTRICT = 'write the 5 digits of a district';

function readAgreement(
  value: unknown,
  field: string,
  problems: AgreementProblem[],
): DeclaredAgreement | null {
  if (!isObject(value)) {
    problems.push({
      field,
      message: 'is no object: write { "district": ..., "subject": ..., "measure": ... }',
    });
    return null;
  }
  const read = readFields(value, { field, known: KNOWN }, problems);
  const district = read.text('district', DISTRICT);
  if (district !== '' && parseTerritoryKey(district)?.kind !== 'district') {
    problems.push({
      field: `${field}.district`,
      message: `'${district}' is no key of a district: ${DISTRICT}`,
    });
  }
  return {
    district,
    subject: read.text('subject', "write the key of a subject, such as 'population/foreigners'"),
    measure: read.text('measure', 'write the key of the measure that is used'),
    purpose: readPurpose(value.purpose, `${field}.purpose`, problems),
    since: read.day('since') ?? '',
    decidedBy: read.text('decidedBy', 'say who decided it, and where that is found'),
    field,
  };
}

function readPurpose(purpose: unknown, field: string, problems: AgreementProblem[]): LocalisedText {
  if (!isObject(purpose)) {
    problems.push({ field, message: 'write { "de": "...", "en": "..." }' });
    return { de: '', en: '' };
  }
  const read = readFields(purpose, { field, known: ['de', 'en'] }, problems);
  return {
    de: read.text('de', 'say in German what it is used for'),
    en: read.text('en', 'say in English what it is used for'),
  };
}

/** An agreement says which one: two for one purpose say nothing. */
function twoForOnePurpose(agreements: readonly DeclaredAgreement[]): readonly AgreementProblem[] {
  const name = ({ district, subject, purpose }: DeclaredAgreement): string =>
    JSON.stringify([district, subject, purpose.de]);
  return agreements.flatMap((agreement, index) => {
    const first = agreements.findIndex((other) => name(other) === name(agreement));
    if (first === index || agreement.purpose.de === '') return [];
    const message = `${agreements[first]?.field} names a measure for this purpose already: a district uses one`;
    return [{ field: `${agreement.field}.purpose`, message }];
  });
}
