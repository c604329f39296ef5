import { actingOperator, grantOf, summaryRecommendations } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '../access/create-token.ts';
import { saveActors } from '../content/save-actors.ts';
import { saveRecommendations } from '../content/save-recommendations.ts';
import { type CooperationFile, importCooperation } from '../cooperation/import-cooperation.ts';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { cooperationSamples, type NamedBySamples } from '../testing/cooperation-samples.ts';
import { servers } from '../testing/engines.ts';
import { actorOf } from '../testing/small-actors.ts';
import { register2013, register2021 } from '../testing/small-country.ts';
import { storeWithoutRegisters } from '../testing/small-store.ts';
import { everyRow } from '../testing/stored-rows.ts';
import { addDemoCooperation } from './add-demo-cooperation.ts';
import type { DemoRecords } from './demo-records.ts';
import { districtsWithCooperation } from './districts-with-cooperation.ts';

const today = '2026-03-01';
const recommendation = summaryRecommendations[0]?.key ?? '';

/** Keys and titles of the demo. */
const OF_DEMO = /demo-|"demo /;

/** What the demo brings names itself only; what people add names the demo wherever it can. */
const demo = cooperationSamples('demo', {
  ...{ actors: ['demo-club'], task: 'demo-task', overrides: 'housing', recommendation },
  ...{ territory: '16097001' },
  ...{ concept: 'demo-first', adoptedBy: 'demo-first', prepared: 'demo-first' },
});
const ofTheDemo: NamedBySamples = {
  ...{ actors: ['demo-club', 'club'], task: 'demo-task', overrides: 'counselling', recommendation },
  ...{ territory: '16097002' },
  ...{ concept: 'demo', adoptedBy: 'demo-second', prepared: 'demo-second' },
};
const own = cooperationSamples('own', ofTheDemo);

const nothing: DemoRecords = {
  ...{ tasks: [], overrides: [], assignments: [], decisions: [], bodies: [], members: [], meetings: [] },
  ...{ concept: [], trainings: [], deadlines: [] },
};

const [server] = servers;
let store: Store;
beforeAll(async () => {
  if (server === undefined) throw new Error('there is no server to test on');
  store = await storeWithoutRegisters(server);
});
afterAll(() => store.close());

describe('the cooperation of the demo', () => {
  test('goes with the demo, whatever names it, and what people recorded stays', async () => {
    await importRegister(store, register2013, { checksum: 'demo 2013', demo: true });
    await importRegister(store, register2021, { checksum: 'demo 2021', demo: true });
    await saveRecommendations(store, summaryRecommendations);
    const joined = (organisation: string) => [{ organisation, from: null, until: null }];
    await saveActors(store, [
      actorOf('demo-roof', { demo: true }),
      actorOf('demo-club', { demo: true, memberships: joined('club') }),
      actorOf('club', { memberships: joined('demo-roof') }),
      actorOf('club-again'),
    ]);
    await addDemoCooperation(store, demo, { today });
    await importCooperation(store, actingOperator, filesOf(own), { today });
    await importCooperation(store, actingOperator, additions(), { today });
    await run(`update actor set merged_into = 'demo-club' where key = 'club-again'`);
    for (const actor of ['demo-club', 'club']) {
      const grants = [grantOf('ACTOR_REPRESENTATIVE', { actor })];
      const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
      await createToken(store, actingOperator, { kind: 'token', name: `of ${actor}`, grants, expiresAt });
    }

    expect(await unnamedReferences()).toEqual([]);
    const naming = new Set(await tablesNaming(OF_DEMO));
    expect((await tablesOfDistricts()).filter((table) => !naming.has(table))).toEqual([]);
    const decisions = await rowsOf('joint_decision_entry', /own-/);

    const { demoWithdrawn } = await importRegister(store, register2021, { checksum: 'a real one' });

    expect(demoWithdrawn).toBe(true);
    // A decision's history tells whom it asked.
    expect(await tablesNaming(OF_DEMO)).toEqual(['joint_decision_entry', 'joint_decision_party']);
    expect(await rowsOf('joint_decision_entry', /./)).toEqual(decisions);
    expect(await left()).toMatchInlineSnapshot(`
      {
        "actors": [
          {
            "key": "club",
            "merged_into": null,
          },
          {
            "key": "club-again",
            "merged_into": null,
          },
        ],
        "assignments": [
          {
            "actor_key": "club",
            "key": "own-assignment-1-here",
            "task_key": "housing",
          },
        ],
        "concepts": [
          {
            "adopted_by": null,
            "adopted_on": null,
            "adopted_round": null,
            "concept_key": "demo",
            "revision": 2,
          },
        ],
        "counts": {
          "actor": 2,
          "body_meeting": 1,
          "body_member": 1,
          "body_member_municipality": 1,
          "concept_action": 1,
          "concept_action_actor": 1,
          "concept_field": 1,
          "concept_goal": 1,
          "concept_recommendation": 2,
          "concept_target": 1,
          "concept_task": 0,
          "concept_version": 1,
          "cooperation_body": 1,
          "delivery_deadline": 1,
          "demo_record": 0,
          "district_task": 1,
          "joint_decision": 3,
          "joint_decision_entry": 19,
          "joint_decision_party": 14,
          "meeting_participant": 1,
          "meeting_resolution": 1,
          "task_assignment": 1,
          "task_override": 1,
          "training": 2,
        },
        "organisers": [
          {
            "key": "own-training-0",
            "organiser_key": null,
          },
          {
            "key": "own-training-1",
            "organiser_key": "club",
          },
        ],
        "resolutions": [
          {
            "decision_key": null,
            "text": "own",
          },
        ],
        "revoked": [
          {
            "name": "of club",
            "revoked": false,
          },
          {
            "name": "of demo-club",
            "revoked": true,
          },
        ],
      }
    `);
    expect(await districtsWithCooperation(store.db)).toEqual(['16097']);
  });

  test.each([
    ['while it was being loaded', 'select 1'],
    ['before it was loaded', 'update register set version_until = null where demo'],
  ])('does not come back where it gave way %s', async (_, meanwhile) => {
    await importRegister(store, register2021, { checksum: 'a real one' });
    await run(meanwhile);
    await saveActors(store, [actorOf('demo-club', { demo: true })]);
    const before = await rowsOf('training', /./);
    const trainings = demo.trainings.map((training) => ({
      ...{ ...training, district: '16098', territory: '16098', organiser: null },
    }));
    await addDemoCooperation(store, { ...nothing, trainings }, { today });
    expect(await rowsOf('training', /./)).toEqual(before);
    expect(await rowsOf('actor', /"demo": true/)).toEqual([]);
  });
});

/** The files of records, in the order in which one names the next. */
function filesOf(records: Partial<DemoRecords>): readonly CooperationFile[] {
  return Object.entries(records).map(
    ([kind, each]) => ({ kind, file: kind, checksum: kind, records: each }) as unknown as CooperationFile,
  );
}

/**
 * What people added to records of the demo, a meeting of its body and the next version of its concept, and what actors do for a task of the
 * catalogue.
 */
function additions(): readonly CooperationFile[] {
  const [meeting] = own.meetings;
  const [concept] = own.concept;
  if (meeting === undefined || concept === undefined) throw new Error('there are none');
  const draft = { adoptedBy: null, adoptedRound: null, adoptedOn: null };
  return filesOf({
    assignments: own.assignments.map((each) => ({ ...each, key: `${each.key}-here`, task: 'housing' })),
    meetings: [{ ...meeting, body: 'demo-body' }],
    concept: [{ ...concept, ...draft, concept: 'demo-first', number: 2 }],
  });
}

async function run<Row extends object>(sql: string, parameters: readonly unknown[] = []) {
  return (await store.database.pool.query<Row>(sql, [...parameters])).rows;
}

/** Columns that name actors, and by which no row names one of the demo. */
async function unnamedReferences(): Promise<readonly string[]> {
  const columns = await run<{ tableName: string; columnName: string }>(
    `select c.conrelid::regclass::text as "tableName", a.attname as "columnName"
     from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'actor'::regclass`,
  );
  expect(columns.length).toBeGreaterThan(0);
  const unnamed: string[] = [];
  for (const { tableName, columnName } of columns) {
    const named = await run(
      `select from ${tableName} r join actor a on a.key = r.${columnName} where a.demo limit 1`,
    );
    if (named.length === 0) unnamed.push(`${tableName}.${columnName}`);
  }
  return unnamed;
}

/** The tables whose rows belong to districts, and hold more than a number or a setting. */
async function tablesOfDistricts(): Promise<readonly string[]> {
  const tables = await run<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'district_key' order by name`,
  );
  return tables
    .map(({ name }) => name)
    .filter((name) => !['district_setting', 'task_revision'].includes(name));
}

/** The tables of which a row matches; what the audit trail and the registers tell stays. */
async function tablesNaming(pattern: RegExp): Promise<readonly string[]> {
  return Object.entries(await everyRow(store))
    .filter(([name]) => !['access_token', 'audit_entry', 'data_version', 'register'].includes(name))
    .filter(([, rows]) => rows.some((row) => pattern.test(row)))
    .map(([name]) => name);
}

async function rowsOf(table: string, pattern: RegExp): Promise<readonly string[]> {
  return ((await everyRow(store))[table] ?? []).filter((row) => pattern.test(row));
}

/** What is left of what people recorded, and of what named the demo. */
async function left() {
  const counts: Record<string, number> = {};
  const rows = await everyRow(store);
  const columns = 'concept_key, adopted_by, adopted_round, adopted_on, revision';
  for (const table of await tablesOfDistricts()) counts[table] = rows[table]?.length ?? 0;
  return {
    counts,
    actors: await run('select key, merged_into from actor order by key'),
    concepts: await run(`select ${columns} from concept_version`),
    assignments: await run('select key, actor_key, task_key from task_assignment'),
    resolutions: await run('select text, decision_key from meeting_resolution'),
    organisers: await run('select key, organiser_key from training order by key'),
    revoked: await run('select name, revoked_at is not null as revoked from access_token order by name'),
  };
}
