import { type Kysely, sql } from 'kysely';
import type { StoreSchema } from '../store-schema.ts';
import type { StoredOverride, StoredTask } from './stored-task.ts';

/** What a district says about tasks: its own, and how those of the catalogue are there, each by key. */
export type TaskRecords = {
  readonly own: readonly StoredTask[];
  readonly overrides: readonly StoredOverride[];
};

const none: TaskRecords = Object.freeze({ own: Object.freeze([]), overrides: Object.freeze([]) });

/** What districts (their keys) say about tasks, in their order. One statement. */
export async function taskRecords(
  db: Kysely<StoreSchema>,
  { districts }: { readonly districts: readonly string[] },
): Promise<readonly TaskRecords[]> {
  const { rows } = await sql<TaskRecords & { position: number }>`
    select w.position::int,
      coalesce((
        select json_agg(json_build_object(
          'key', t.key,
          'title', json_build_object('de', t.title_de, 'en', t.title_en),
          'description', json_build_object('de', t.description_de, 'en', t.description_en),
          'obligation', t.obligation, 'level', t.level,
          'stateLaw', case when t.state_law_de is not null then json_build_object('de', t.state_law_de, 'en', t.state_law_en) end,
          'district', t.district_key, 'revision', t.revision
        ) order by t.key)
        from district_task t where t.district_key = w.key
      ), '[]') as own,
      coalesce((
        select json_agg(json_build_object(
          'district', o.district_key, 'task', o.task_key, 'obligation', o.obligation, 'level', o.level,
          'reason', json_build_object('de', o.reason_de, 'en', o.reason_en), 'revision', o.revision
        ) order by o.task_key)
        from task_override o where o.district_key = w.key
      ), '[]') as overrides
    from unnest(${districts}::text[]) with ordinality as w (key, position)`.execute(db);
  const byPosition = new Map(rows.map(({ position, own, overrides }) => [position, { own, overrides }]));
  return districts.map((_, index) => byPosition.get(index + 1) ?? none);
}
