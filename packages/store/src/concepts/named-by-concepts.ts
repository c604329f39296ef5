import {
  actionsOf,
  type ConceptReferences,
  type ConceptVersion,
  type CooperationProblem,
  integrationTasks,
} from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { catalogueAt } from '../read/catalogue-at.ts';
import { publishedVersion } from '../read/published-version.ts';
import type { StoreSchema } from '../store-schema.ts';
import { taskRecords } from '../tasks/task-records.ts';

type KnownActor = {
  readonly key: string;
  readonly mergedInto: string | null;
  readonly deactivatedOn: string | null;
};
type CarriedDecision = { readonly district: string; readonly decision: string; readonly endedOn: string };

/**
 * What versions of concepts name. `survivorOf` says which actor stands for a key (another one where it was merged); `referencesOf` what a version of a
 * district may name, beside what `before`, the same version as it was stored, names already: an actor that is no more may stay where it is, and in
 * what was adopted.
 */
export type NamedByConcepts = {
  readonly survivorOf: (actor: string) => string;
  readonly referencesOf: (version: ConceptVersion, before: ConceptVersion | null) => ConceptReferences;
  /** The same problem with a better advice, where an actor is known and cannot be named. */
  readonly explained: (problem: CooperationProblem, version: ConceptVersion) => CooperationProblem;
};

/** Looks up what versions of concepts name, by what there is on a day (ISO). Seven statements for any number of versions. */
export async function namedByConcepts(
  db: Kysely<StoreSchema>,
  versions: readonly ConceptVersion[],
  today: string,
): Promise<NamedByConcepts> {
  const districts = [...new Set(versions.map(({ district }) => district))];
  const { number: asOf } = await publishedVersion(db);
  const { indicators } = await catalogueAt(db, asOf);
  const records = await taskRecords(db, { districts });
  const territories = await knownDistricts(db, districts);
  const recommendations = await knownRecommendations(db);
  const decisions = Map.groupBy(await carriedDecisions(db, districts), ({ district }) => district);
  const actors = await knownActors(db);

  const actorOf = new Map(actors.map((actor) => [actor.key, actor]));
  const active = new Set(
    actors
      .filter(
        ({ mergedInto, deactivatedOn }) => mergedInto === null && !(deactivatedOn && deactivatedOn <= today),
      )
      .map(({ key }) => key),
  );
  const tasksOf = new Map(
    records.map(({ own }, index) => [
      districts[index],
      new Set([...integrationTasks, ...own].map(({ key }) => key)),
    ]),
  );
  return {
    survivorOf: (actor) => actorOf.get(actor)?.mergedInto ?? actor,
    referencesOf: ({ district, adoptedOn }, before) => {
      const links = before === null ? [] : linksOf(before);
      const decided = decisions.get(district) ?? [];
      return {
        ...{ territories, indicators, today },
        // Whoever an adopted version names took part then.
        actors: new Set([...(adoptedOn === null ? active : actorOf.keys()), ...actorsNamedBy(before)]),
        tasks: new Set([...(tasksOf.get(district) ?? []), ...links.flatMap(({ tasks }) => tasks)]),
        recommendations: new Set([...recommendations, ...links.flatMap((link) => link.recommendations)]),
        decisions: new Map(decided.map(({ decision, endedOn }) => [decision, endedOn])),
      };
    },
    explained: (problem, version) => {
      const actor = actorOf.get(actorAt(version, problem.field) ?? '');
      if (problem.rule !== 'UNKNOWN' || actor === undefined || actor.deactivatedOn === null) return problem;
      const message = `'${actor.key}' is not active since ${actor.deactivatedOn}: choose another actor`;
      return { ...problem, message };
    },
  };
}

function linksOf({ fields }: ConceptVersion) {
  return fields.flatMap(({ goals }) => goals.flatMap((goal) => [goal, ...goal.actions]));
}

function actorsNamedBy(version: ConceptVersion | null): readonly string[] {
  return version === null ? [] : actionsOf(version).flatMap(({ action }) => action.actors);
}

const ACTOR_FIELD = /^fields\.(\d+)\.goals\.(\d+)\.actions\.(\d+)\.actors\.(\d+)$/;

function actorAt({ fields }: ConceptVersion, field: string): string | undefined {
  const [, ...places] = ACTOR_FIELD.exec(field) ?? [];
  const [inField = -1, inGoal = -1, inAction = -1, inActors = -1] = places.map(Number);
  return fields[inField]?.goals[inGoal]?.actions[inAction]?.actors[inActors];
}

async function knownDistricts(
  db: Kysely<StoreSchema>,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select key from territory where kind = 'district' and key = any(${keys}::text[])`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

async function knownRecommendations(db: Kysely<StoreSchema>): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`select key from recommendation`.execute(db);
  return rows.map(({ key }) => key);
}

async function carriedDecisions(
  db: Kysely<StoreSchema>,
  districts: readonly string[],
): Promise<readonly CarriedDecision[]> {
  const { rows } = await sql<CarriedDecision>`
    select d.district_key as district, d.key || '/' || d.round as decision, d.ended_on::text as "endedOn"
    from joint_decision d
    where d.state = 'ADOPTED' and d.district_key = any(${districts}::text[])`.execute(db);
  return rows;
}

async function knownActors(db: Kysely<StoreSchema>): Promise<readonly KnownActor[]> {
  const { rows } = await sql<KnownActor>`
    select key, merged_into as "mergedInto", deactivated_on::text as "deactivatedOn" from actor`.execute(db);
  return rows;
}
