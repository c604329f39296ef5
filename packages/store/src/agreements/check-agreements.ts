import { nearestNames, type Subject } from '@kreisweit/domain';
import type { Writer } from '../write/write-version.ts';
import { type AgreementProblem, AgreementProblems } from './agreement-problems.ts';
import type { AgreementFile, DeclaredAgreement } from './declared-agreement.ts';

/**
 * The internal ids of the districts of a file, by key. Throws AgreementProblems for districts that no register or list of
 * changes knows, for subjects that no plug-in defines, and for measures that do not belong to theirs.
 */
export async function checkAgreements(
  writer: Writer,
  { file, agreements }: AgreementFile,
): Promise<ReadonlyMap<string, number>> {
  const districts = await writer.rows<{ key: string; id: number }>(
    `select t.key, t.id
     from territory t
     where t.kind = 'district' and t.key = any($1::text[])
       and exists (select from territory_life l where l.territory_id = t.id and l.version_until is null)`,
    [agreements.map(({ district }) => district)],
  );
  const idOf = new Map(districts.map(({ key, id }) => [key, id]));
  const rows = await writer.rows<{ definition: Subject }>(
    `select v.definition
     from catalogue_item i
     join catalogue_version v on v.item_id = i.id
     where i.kind = 'subject' and v.version_until is null`,
  );
  const subjects = new Map(rows.map(({ definition }) => [definition.key, definition]));
  const problems = agreements.flatMap((agreement) => [
    ...(idOf.has(agreement.district) ? [] : [unknownDistrict(agreement)]),
    ...subjectProblems(agreement, subjects),
  ]);
  if (problems.length > 0) throw new AgreementProblems(file, problems);
  return idOf;
}

function unknownDistrict({ district, field }: DeclaredAgreement): AgreementProblem {
  return {
    field: `${field}.district`,
    message: `no register or list of changes knows a district ${district}: import the one of its time first, or mend the key`,
  };
}

function subjectProblems(
  { subject: key, measure, field }: DeclaredAgreement,
  subjects: ReadonlyMap<string, Subject>,
): readonly AgreementProblem[] {
  const subject = subjects.get(key);
  if (subject === undefined) {
    return [
      {
        field: `${field}.subject`,
        message: `no plug-in defines the subject '${key}'${meant(key, [...subjects.keys()])}`,
      },
    ];
  }
  if (subject.measures.includes(measure)) return [];
  const message = `'${measure}' is no measure of ${key}: write one of ${subject.measures.join(', ')}`;
  return [{ field: `${field}.measure`, message }];
}

function meant(written: string, names: readonly string[]): string {
  const [nearest] = nearestNames(written, names);
  return nearest === undefined ? '' : `; did you mean '${nearest}'?`;
}
