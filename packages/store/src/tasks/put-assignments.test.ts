import { InputProblems, integrationTasks, type TaskAssignment } from '@kreisweit/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rows } from '../access/rows.ts';
import { saveActors } from '../content/save-actors.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { actorOf, servers, smallStore } from '../testing/index.ts';
import { divisionsOfTasks } from './division-of-tasks.ts';
import { putAssignments } from './put-assignments.ts';
import { putTaskOverrides } from './put-task-overrides.ts';
import { putTasks } from './put-tasks.ts';

const district = '16097';
const words = { de: 'Wort', en: 'word' };

let store: Store;
beforeAll(async () => {
  const [engine] = servers;
  if (engine === undefined) throw new Error('there is no server to test on');
  store = await smallStore(engine);
  await saveActors(store, [actorOf('office'), actorOf('club')]);
});
afterAll(() => store.close());

/** Everybody for every task everywhere, from the first day of a year. */
function everywhere(year: number): readonly TaskAssignment[] {
  return ['16097', '160975001', '16097001', '16097002', '16097003'].flatMap((territory) =>
    integrationTasks.flatMap(({ key: task }) =>
      ['office', 'club'].map((actor) => ({
        key: `${task}-${actor}-t${territory}`,
        task,
        territory,
        actor,
        role: 'RESPONSIBLE' as const,
        from: `${year}-01-01`,
        until: null,
      })),
    ),
  );
}

/** Puts into one transaction, and counts its statements. */
async function put(assignments: readonly TaskAssignment[]) {
  let statements = 0;
  const result = await inTransaction<StoreSchema, Awaited<ReturnType<typeof putAssignments>>>(
    store.database,
    ({ client, kysely }) => {
      const rows: Rows = async (sql, parameters = []) => {
        statements += 1;
        return (await client.query(sql, [...parameters])).rows;
      };
      return putAssignments(rows, kysely, { district, assignments });
    },
  );
  return { result, statements };
}

test('hundreds are put at once, and those that are as they were keep their revision', async () => {
  const all = everywhere(2026);
  const one = await put(all.slice(0, 1));
  const { result, statements } = await put(all);
  expect(statements).toBe(one.statements);
  expect(result.filter(({ before }) => before === null)).toHaveLength(all.length - 1);
  const [first, second] = result;
  expect(first?.after).toBe(first?.before);
  const [moved = all[0], ...rest] = all;
  if (moved === undefined) throw new Error('nothing is assigned');
  const again = await put([{ ...moved, until: '2026-12-31' }, ...rest]);
  const changed = again.result.filter(({ before, after }) => before !== after);
  expect(changed.map(({ after }) => after.until)).toEqual(['2026-12-31']);
  expect(changed[0]?.after.revision).toBeGreaterThan(second?.after.revision ?? Number.POSITIVE_INFINITY);

  const [division] = await divisionsOfTasks(store.db, {
    asOf: 1000,
    districts: [{ district, day: '2026-06-01' }],
  });
  expect(division?.assignments).toHaveLength(all.length);
});

test('one that is wrong keeps all out, and is named by its place in the list', async () => {
  const [first, ...rest] = everywhere(2027);
  if (first === undefined) throw new Error('nothing is assigned');
  const before = await store.database.pool.query('select * from task_assignment order by key');
  const renamed = rest.slice(0, 3).map((each) => ({ ...each, key: `again-${each.key}` }));
  const refused = put([{ ...first, actor: 'nobody' }, ...renamed]);
  await expect(refused).rejects.toThrow(InputProblems);
  await expect(refused).rejects.toMatchObject({
    problems: [
      { field: 'assignments.0.actor', rule: 'UNKNOWN' },
      { field: 'assignments.1.from', rule: 'DUPLICATE' },
      { field: 'assignments.2.from', rule: 'DUPLICATE' },
      { field: 'assignments.3.from', rule: 'DUPLICATE' },
    ],
  });
  expect((await store.database.pool.query('select * from task_assignment order by key')).rows).toEqual(
    before.rows,
  );
});

test('tasks and how others are can be put before what names them, in one transaction', async () => {
  const task = { key: 'harvest', title: words, description: words, stateLaw: null } as const;
  await inTransaction<StoreSchema, void>(store.database, async ({ client, kysely }) => {
    const rows: Rows = async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows;
    const tasks = [{ ...task, obligation: 'VOLUNTARY', level: 'MUNICIPAL' }] as const;
    await putTasks(rows, kysely, { district, tasks });
    const overrides = [{ task: 'reception', obligation: null, level: 'MUNICIPAL', reason: words }] as const;
    const [first] = await putTaskOverrides(rows, kysely, { district, overrides });
    const [again] = await putTaskOverrides(rows, kysely, { district, overrides });
    expect(again).toEqual({ before: first?.after, after: first?.after });
    const [assignment] = everywhere(2026);
    if (assignment === undefined) throw new Error('nothing is assigned');
    const assignments = [{ ...assignment, key: 'harvest-office', task: 'harvest' }];
    await putAssignments(rows, kysely, { district, assignments });
  });
  const [division] = await divisionsOfTasks(store.db, {
    asOf: 1000,
    districts: [{ district, day: '2026-06-01' }],
  });
  expect(division?.tasks.at(-1)).toMatchObject({ ...task, level: 'MUNICIPAL', shownIn: district });
  expect(division?.assignments.find((each) => each.task === 'harvest')?.key).toBe('harvest-office');
});
