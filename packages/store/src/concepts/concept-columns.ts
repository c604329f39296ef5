import {
  type ConceptAction,
  type ConceptTarget,
  type LocalisedText,
  parseBreakdownKey,
} from '@kreisweit/domain';
import { type RawBuilder, sql } from 'kysely';
import { canonicalActor } from '../actors/canonical-actor.ts';
import type { StoredAction, StoredConcept, StoredGoal } from './stored-concept.ts';

type Named = { readonly key: string; readonly title: LocalisedText };
type Link = { readonly part: 'goal' | 'action'; readonly of: string; readonly key: string };

/** A version as it is read: its parts in flat lists, each in its order; null where there are none. */
export type ConceptRow = Omit<StoredConcept, 'fields'> & {
  readonly fields: readonly Named[] | null;
  readonly goals: readonly (Named & { readonly field: string })[] | null;
  readonly targets:
    | readonly (Omit<ConceptTarget, 'breakdown'> & { readonly goal: string; readonly breakdown: string })[]
    | null;
  readonly actions:
    | readonly (Omit<StoredAction, 'actors' | keyof Links> & { readonly goal: string })[]
    | null;
  readonly actors: readonly { readonly action: string; readonly key: string }[] | null;
  readonly recommendations: readonly Link[] | null;
  readonly tasks: readonly Link[] | null;
};
type Links = Pick<ConceptAction, 'recommendations' | 'tasks'>;

const ofVersion = (alias: string) =>
  sql.raw(
    `where ${alias}.district_key = v.district_key and ${alias}.concept_key = v.concept_key and ${alias}.number = v.number`,
  );

/** SQL: the columns of a ConceptRow, from `v` (concept_version). */
export const conceptColumns: RawBuilder<ConceptRow> = sql`v.district_key as district, v.concept_key as concept, v.number, v.revision,
      json_build_object('de', v.title_de, 'en', v.title_en) as title, v.valid_from::text as "from", v.valid_until::text as until,
      v.adopted_by as "adoptedBy", v.adopted_round as "adoptedRound", v.adopted_on::text as "adoptedOn",
      (
        select json_agg(json_build_object('key', f.key, 'title', json_build_object('de', f.title_de, 'en', f.title_en))
          order by f.position)
        from concept_field f ${ofVersion('f')}
      ) as fields,
      (
        select json_agg(json_build_object(
          'key', g.key, 'title', json_build_object('de', g.title_de, 'en', g.title_en), 'field', g.field_key
        ) order by g.position)
        from concept_goal g ${ofVersion('g')}
      ) as goals,
      (
        select json_agg(json_build_object(
          'key', t.key, 'goal', t.goal_key, 'indicator', t.indicator_key, 'breakdown', t.breakdown_key, 'value', t.value,
          'direction', t.direction, 'period', t.period
        ) order by t.position)
        from concept_target t ${ofVersion('t')}
      ) as targets,
      (
        select json_agg(json_build_object(
          'key', a.key, 'goal', a.goal_key, 'revision', a.revision,
          'title', json_build_object('de', a.title_de, 'en', a.title_en),
          'from', a.valid_from, 'until', a.valid_until, 'status', a.status, 'doneOn', a.done_on, 'reason', a.reason
        ) order by a.position)
        from concept_action a ${ofVersion('a')}
      ) as actions,
      (
        select json_agg(json_build_object('action', l.action_key, 'key', ${canonicalActor('l.actor_key')}) order by l.position)
        from concept_action_actor l ${ofVersion('l')}
      ) as actors,
      (
        select json_agg(json_build_object('part', r.part, 'of', r.part_key, 'key', r.recommendation_key) order by r.position)
        from concept_recommendation r ${ofVersion('r')}
      ) as recommendations,
      (
        select json_agg(json_build_object('part', k.part, 'of', k.part_key, 'key', k.task_key) order by k.position)
        from concept_task k ${ofVersion('k')}
      ) as tasks`;

/** The version that a row tells. */
export function conceptOfRow({ fields, goals, targets, actions, actors, ...row }: ConceptRow): StoredConcept {
  const { recommendations, tasks, ...version } = row;
  const linked = (links: readonly Link[] | null) => grouped(links, ({ part, of }) => `${part} ${of}`);
  const [recommendationsOf, tasksOf] = [linked(recommendations), linked(tasks)];
  const actorsOf = grouped(actors, ({ action }) => action);
  const targetsOf = grouped(targets, ({ goal }) => goal);
  const actionsOf = grouped(actions, ({ goal }) => goal);
  const goalsOf = grouped(goals, ({ field }) => field);
  const linksOf = (part: string): Links => ({
    recommendations: recommendationsOf(part).map(({ key }) => key),
    tasks: tasksOf(part).map(({ key }) => key),
  });
  return {
    ...version,
    fields: (fields ?? []).map(({ key, title }) => ({
      key,
      title,
      goals: goalsOf(key).map(
        (goal): StoredGoal => ({
          key: goal.key,
          title: goal.title,
          ...linksOf(`goal ${goal.key}`),
          targets: targetsOf(goal.key).map(({ goal: _, breakdown, ...target }) => ({
            ...target,
            breakdown: parseBreakdownKey(breakdown),
          })),
          actions: actionsOf(goal.key).map(({ goal: _, ...action }) => ({
            ...action,
            // Two that were merged are one by now.
            actors: [...new Set(actorsOf(action.key).map((actor) => actor.key))],
            ...linksOf(`action ${action.key}`),
          })),
        }),
      ),
    })),
  };
}

function grouped<Row>(rows: readonly Row[] | null, keyOf: (row: Row) => string) {
  const groups = Map.groupBy(rows ?? [], keyOf);
  return (key: string): readonly Row[] => groups.get(key) ?? [];
}
