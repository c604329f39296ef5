import {
  actionReportProblems,
  adoptedChangeProblems,
  adoptionProblems,
  type ConceptVersion,
  type CooperationProblem,
  conceptProblems,
  InputProblems,
} from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import { todayInGermany } from '../decisions/today.ts';
import type { StoreSchema } from '../store-schema.ts';
import { conceptText, withShortDistrict } from './concept-address.ts';
import { conceptVersions } from './concept-versions.ts';
import { type NamedByConcepts, namedByConcepts } from './named-by-concepts.ts';
import { requireConceptRevision } from './require-concept-revision.ts';
import { revisedConcept } from './revised-concept.ts';
import { isSameReport } from './same-concept.ts';
import { storedActions } from './stored-actions.ts';
import type { StoredConcept } from './stored-concept.ts';
import { writeActionReports } from './write-action-reports.ts';
import { writeConcepts } from './write-concepts.ts';

/** A version as it is to be, and the revision that whoever writes it has seen: 0 = it must not exist yet, null = whichever there is. */
export type GivenConcept = { readonly concept: ConceptVersion; readonly expectedRevision: number | null };

/** A version that was put, as it was before (null = it is new) and is now; the very same object where nothing is different. */
export type PutConcept = { readonly before: StoredConcept | null; readonly after: StoredConcept };

type Options = { readonly given: readonly GivenConcept[]; readonly today?: string | undefined };

/**
 * Puts whole versions of concepts, in the order given, without asking who may and without the audit trail. One that was adopted may come as it is: its
 * joint decision must be carried. Of one that is stored as adopted only how far its actions are may be different. `today` (ISO) is the day of the
 * record. A constant number of statements. Throws InputProblems (`concepts.0.fields.1.title.de`) and RevisionConflict.
 */
export async function putConcepts(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  { given, today = todayInGermany() }: Options,
): Promise<readonly PutConcept[]> {
  const short = given.map(({ concept }) => withShortDistrict(concept));
  const named = await namedByConcepts(trx, short, today);
  const wanted = short.map((version) => withActors(version, named.survivorOf));
  const stored = new Map(
    (await conceptVersions(trx, wanted)).map((version) => [conceptText(version), version]),
  );
  const beforeOf = (version: ConceptVersion) => stored.get(conceptText(version)) ?? null;
  const all = [
    ...new Map<string, ConceptVersion>([
      ...stored,
      ...wanted.map((version) => [conceptText(version), version] as const),
    ]).values(),
  ];
  const problems = wanted.flatMap((version, index) =>
    problemsOf(version, { before: beforeOf(version), all, named }).map((problem) => ({
      ...problem,
      field: `concepts.${index}.${problem.field}`,
    })),
  );
  problems.push(...repeated(wanted));
  if (problems.length > 0) throw new InputProblems('the concepts are not saved', problems);

  const put = wanted.map((version, index): PutConcept => {
    const before = beforeOf(version);
    requireConceptRevision(version, before, given[index]?.expectedRevision ?? before?.revision ?? 0);
    return { before, after: revisedConcept(version, before) };
  });
  const changed = put.filter(({ before, after }) => before !== after);
  const isDraft = ({ before }: PutConcept) => before === null || before.adoptedOn === null;
  await writeConcepts(
    rows,
    trx,
    changed.filter(isDraft).map(({ after }) => after),
  );
  await writeActionReports(rows, trx, changed.filter((each) => !isDraft(each)).flatMap(reportsOf));
  return put;
}

function withActors(version: ConceptVersion, survivorOf: NamedByConcepts['survivorOf']): ConceptVersion {
  const fields = version.fields.map((field) => ({
    ...field,
    goals: field.goals.map((goal) => ({
      ...goal,
      actions: goal.actions.map((action) => ({ ...action, actors: action.actors.map(survivorOf) })),
    })),
  }));
  return { ...version, fields };
}

function repeated(versions: readonly ConceptVersion[]): readonly CooperationProblem[] {
  const texts = versions.map(conceptText);
  return texts.flatMap((text, index) => {
    const first = texts.indexOf(text);
    if (first === index) return [];
    const message = `version ${text} is already at concepts.${first}: leave one of them out`;
    return [{ field: `concepts.${index}.number`, rule: 'DUPLICATE', message }];
  });
}

function problemsOf(
  version: ConceptVersion,
  {
    before,
    all,
    named,
  }: {
    readonly before: StoredConcept | null;
    readonly all: readonly ConceptVersion[];
    readonly named: NamedByConcepts;
  },
): readonly CooperationProblem[] {
  const references = named.referencesOf(version, before);
  if (before !== null && before.adoptedOn !== null) {
    // What it names was known when it was adopted, and may be gone since.
    const changes = adoptedChangeProblems(before, version);
    return changes.length > 0 ? changes : reportProblems(version, before, references.today);
  }
  const problems = conceptProblems(version, references).map((problem) => named.explained(problem, version));
  const { adoptedBy: key, adoptedRound: round } = version;
  if (key === null || round === null) return problems;
  const carriedOn = references.decisions.get(`${key}/${round}`);
  if (carriedOn === undefined) return problems;
  const others = all.filter(
    ({ district, concept }) => district === version.district && concept === version.concept,
  );
  const draft = { ...version, adoptedOn: null };
  const adoption = adoptionProblems(draft, { key, round, carriedOn }, others).map((problem) => ({
    ...problem,
    field: problem.field === 'decision' ? 'adoptedBy' : 'number',
  }));
  return [...problems, ...adoption];
}

function reportProblems(version: ConceptVersion, before: StoredConcept, today: string) {
  const stored = new Map(storedActions(before).map((action) => [action.key, action]));
  return version.fields.flatMap(({ goals }, inFields) =>
    goals.flatMap(({ actions }, inGoals) =>
      actions.flatMap((action, index) => {
        const known = stored.get(action.key);
        if (known !== undefined && isSameReport(known, action)) return [];
        const path = `fields.${inFields}.goals.${inGoals}.actions.${index}`;
        return actionReportProblems(action, action, today).map((problem) => ({
          ...problem,
          field: `${path}.${problem.field}`,
        }));
      }),
    ),
  );
}

function reportsOf({ before, after }: PutConcept) {
  const { district, concept, number } = after;
  const revisions = new Map(
    (before === null ? [] : storedActions(before)).map(({ key, revision }) => [key, revision]),
  );
  return storedActions(after)
    .filter(({ key, revision }) => revisions.get(key) !== revision)
    .map((action) => ({ address: { district, concept, number }, action }));
}
