import { breakdownKey, type LocalisedText } from '@kreisweit/domain';
import type { Kysely } from 'kysely';
import type { Rows } from '../access/rows.ts';
import type { StoreSchema } from '../store-schema.ts';
import { type ConceptAddress, conceptText } from './concept-address.ts';
import { conceptsByAddress } from './concepts-by-address.ts';
import { requireConceptRevision } from './require-concept-revision.ts';
import type { StoredConcept } from './stored-concept.ts';

/**
 * Writes whole versions with the revisions that they are to have: new ones with the revision 1 that nobody has made meanwhile, drafts that still have the
 * revision before. Throws a RevisionConflict for any other. Eleven statements for any number of versions.
 */
export async function writeConcepts(
  rows: Rows,
  trx: Kysely<StoreSchema>,
  concepts: readonly StoredConcept[],
): Promise<void> {
  if (concepts.length === 0) return;
  const written = await rows<ConceptAddress>(WRITE, [JSON.stringify(concepts.map(versionRow))]);
  const texts = new Set(written.map(conceptText));
  const lost = concepts.find((concept) => !texts.has(conceptText(concept)));
  if (lost !== undefined) {
    const [now = null] = await conceptsByAddress(trx, [lost]);
    requireConceptRevision(lost, now, lost.revision - 1);
  }
  const versions = JSON.stringify(concepts.map(addressOf));
  for (const table of REPLACED) await rows(removeFrom(table), [versions]);
  const parts = partsOf(concepts);
  for (const [name, statement] of ADD) await rows(statement, [JSON.stringify(parts[name])]);
}

/** All that a version consists of goes with its fields of action, but for what its parts serve. */
const REPLACED = ['concept_field', 'concept_recommendation', 'concept_task'] as const;

function addressOf({ district, concept, number }: ConceptAddress) {
  return { district, concept, number };
}

function versionRow({ title, fields, ...version }: StoredConcept) {
  return { ...version, ...labels(title) };
}

function labels({ de, en }: LocalisedText) {
  return { de, en };
}

/** The rows of all parts, in flat lists; `position` is the place in what they belong to. */
function partsOf(concepts: readonly StoredConcept[]) {
  const fields = concepts.flatMap((concept) =>
    concept.fields.map((field, position) => ({ of: addressOf(concept), field, position })),
  );
  const goals = fields.flatMap(({ of, field }) =>
    field.goals.map((goal, position) => ({ of, parent: field.key, goal, position })),
  );
  const targets = goals.flatMap(({ of, goal }) =>
    goal.targets.map((target, position) => ({ of, parent: goal.key, target, position })),
  );
  const actions = goals.flatMap(({ of, goal }) =>
    goal.actions.map((action, position) => ({ of, parent: goal.key, action, position })),
  );
  const serving = [
    ...goals.map(({ of, goal }) => ({ ...of, part: 'goal', part_key: goal.key, serves: goal })),
    ...actions.map(({ of, action }) => ({ ...of, part: 'action', part_key: action.key, serves: action })),
  ];
  const linksTo = (kind: 'recommendations' | 'tasks') =>
    serving.flatMap(({ serves, ...part }) =>
      serves[kind].map((key, position) => ({ ...part, key, position })),
    );
  return {
    fields: fields.map(({ of, field: { key, title }, position }) => ({
      ...{ ...of, key, position },
      ...labels(title),
    })),
    goals: goals.map(({ of, parent, goal: { key, title }, position }) => ({
      ...{ ...of, key, parent, position },
      ...labels(title),
    })),
    targets: targets.map(({ of, parent, target, position }) => ({
      ...{ ...of, parent, position, ...target },
      breakdown: breakdownKey(target.breakdown),
    })),
    actions: actions.map(({ of, parent, action, position }) => {
      const { key, revision, title, from, until, status, doneOn, reason } = action;
      const state = { status, done_on: doneOn, reason };
      return { ...of, parent, position, key, revision, from, until, ...labels(title), ...state };
    }),
    actors: actions.flatMap(({ of, action }) =>
      action.actors.map((actor, position) => ({ ...of, action: action.key, actor, position })),
    ),
    recommendations: linksTo('recommendations'),
    tasks: linksTo('tasks'),
  };
}

/**
 * A draft that was there is changed and never made anew: somebody may have removed it meanwhile. New ones in the order of their keys, so that two who save at once
 * cannot wait for each other.
 */
const WRITE = `
with w as (
  select *
  from json_to_recordset($1::json) as w (
    district text, concept text, number int, revision int, de text, en text, "from" date, until date,
    "adoptedBy" text, "adoptedRound" int, "adoptedOn" date
  )
),
added as (
  insert into concept_version (
    district_key, concept_key, number, revision, title_de, title_en, valid_from, valid_until, adopted_by, adopted_round, adopted_on
  )
  select district, concept, number, revision, de, en, "from", until, "adoptedBy", "adoptedRound", "adoptedOn"
  from w
  where revision = 1
  order by district, concept, number
  on conflict (district_key, concept_key, number) do nothing
  returning district_key, concept_key, number
),
changed as (
  update concept_version v
  set revision = w.revision, title_de = w.de, title_en = w.en, valid_from = w."from", valid_until = w.until,
    adopted_by = w."adoptedBy", adopted_round = w."adoptedRound", adopted_on = w."adoptedOn"
  from w
  where v.district_key = w.district and v.concept_key = w.concept and v.number = w.number
    and v.revision = w.revision - 1 and v.adopted_on is null
  returning v.district_key, v.concept_key, v.number
)
select district_key as district, concept_key as concept, number from added
union all
select district_key, concept_key, number from changed`;

function removeFrom(table: (typeof REPLACED)[number]): string {
  return `
delete from ${table} p
using json_to_recordset($1::json) as w (district text, concept text, number int)
where p.district_key = w.district and p.concept_key = w.concept and p.number = w.number`;
}

const version = 'district text, concept text, number int';

const ADD = [
  [
    'fields',
    `
insert into concept_field (district_key, concept_key, number, key, position, title_de, title_en)
select district, concept, number, key, position, de, en
from json_to_recordset($1::json) as w (${version}, key text, position int, de text, en text)`,
  ],
  [
    'goals',
    `
insert into concept_goal (district_key, concept_key, number, key, field_key, position, title_de, title_en)
select district, concept, number, key, parent, position, de, en
from json_to_recordset($1::json) as w (${version}, key text, parent text, position int, de text, en text)`,
  ],
  [
    'targets',
    `
insert into concept_target (
  district_key, concept_key, number, key, goal_key, position, indicator_key, breakdown_key, value, direction, period
)
select district, concept, number, key, parent, position, indicator, breakdown, value, direction, period
from json_to_recordset($1::json) as w (
  ${version}, key text, parent text, position int, indicator text, breakdown text, value double precision, direction text, period text
)`,
  ],
  [
    'actions',
    `
insert into concept_action (
  district_key, concept_key, number, key, goal_key, position, revision, title_de, title_en, valid_from, valid_until,
  status, done_on, reason
)
select district, concept, number, key, parent, position, revision, de, en, "from", until, status, done_on, reason
from json_to_recordset($1::json) as w (
  ${version}, key text, parent text, position int, revision int, de text, en text, "from" date, until date,
  status text, done_on date, reason text
)`,
  ],
  [
    'actors',
    `
insert into concept_action_actor (district_key, concept_key, number, action_key, actor_key, position)
select district, concept, number, action, actor, position
from json_to_recordset($1::json) as w (${version}, action text, actor text, position int)`,
  ],
  ...(['recommendation', 'task'] as const).map(
    (linked) =>
      [
        `${linked}s`,
        `
insert into concept_${linked} (district_key, concept_key, number, part, part_key, ${linked}_key, position)
select district, concept, number, part, part_key, key, position
from json_to_recordset($1::json) as w (${version}, part text, part_key text, key text, position int)`,
      ] as const,
  ),
] as const;
