import { actingOperator, type Training } from '@kreisweit/domain';
import {
  actingStore,
  districtsWithCooperation,
  importRegister,
  type Store,
  storedActors,
  storeOn,
  syncCatalogue,
} from '@kreisweit/store';
import { type Engine, engines, servers } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../plugins.ts';
import { prepareStore } from '../serve/prepare-store.ts';
import { loadedData } from '../status/loaded-data.ts';
import { demoStore } from '../testing/demo-store.ts';
import { demoMerge } from './demo-actors.ts';
import { demoRegisterLater } from './demo-register.ts';
import { loadDemo } from './load-demo.ts';
import { needsDemo } from './needs-demo.ts';

describe.each(engines)('the demo on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await demoStore(engine);
  });
  afterAll(() => store.close());

  test('holds what it says', async () => {
    expect(await loadedData(store)).toMatchInlineSnapshot(`
      {
        "actors": 56,
        "dataVersion": 8,
        "districts": 3,
        "municipalities": 54,
        "recommendations": 14,
        "registers": [
          {
            "demo": true,
            "file": "31122013_Auszug_GV.xlsx",
            "territoryDate": "2013-12-31",
          },
          {
            "demo": true,
            "file": "31122021_Auszug_GV.xlsx",
            "territoryDate": "2021-12-31",
          },
        ],
        "releases": [
          {
            "cells": 340,
            "demo": true,
            "file": "demo 12411-01-01-5",
            "input": "population/residentsByMunicipality",
            "source": "12411-01-01-5",
          },
          {
            "cells": 136,
            "demo": true,
            "file": "demo 12111-01-01-5",
            "input": "population/censusByMunicipality",
            "source": "12111-01-01-5",
          },
          {
            "cells": 6,
            "demo": true,
            "file": "demo 12411-03-03-4",
            "input": "population/foreignersByDistrict",
            "source": "12411-03-03-4",
          },
        ],
        "values": 482,
      }
    `);
  });

  test('holds the cooperation of the districts, and one actor under two names', async () => {
    expect(await counts(store)).toMatchInlineSnapshot(`
      {
        "body_meeting": 76,
        "body_member": 89,
        "concept_action": 80,
        "concept_target": 8,
        "concept_version": 4,
        "cooperation_body": 12,
        "delivery_deadline": 9,
        "demo_record": 242,
        "district_task": 6,
        "joint_decision": 18,
        "joint_decision_entry": 262,
        "joint_decision_party": 340,
        "meeting_participant": 367,
        "meeting_resolution": 18,
        "task_assignment": 179,
        "task_override": 6,
        "training": 12,
      }
    `);
    const stored = await storedActors(store.db, [demoMerge.duplicate]);
    expect(stored.get(demoMerge.duplicate)?.mergedInto).toBe(demoMerge.survivor);
  });

  test('is loaded once: a second time, and a week later, nothing changes', async () => {
    const before = { data: await loadedData(store), cooperation: await contents(store) };
    expect(await needsDemo(store)).toBe(false);
    await loadDemo(store, { today: '2099-01-01' });
    expect({ data: await loadedData(store), cooperation: await contents(store) }).toEqual(before);
  });

  test('is completed where the process ended while it was being loaded', async () => {
    await store.db.deleteFrom('actor').where('demo', '=', true).execute();
    expect(await needsDemo(store)).toBe(true);
    await prepareStore(store, { demo: true });
    expect(await needsDemo(store)).toBe(false);
  });

  test('gives way to the first real register, and does not come back', async () => {
    await actingStore(store, actingOperator).saveTraining({ value: ownTraining, expectedRevision: 0 });
    const { demoWithdrawn } = await importRegister(store, demoRegisterLater, { checksum: 'a real one' });
    expect(demoWithdrawn).toBe(true);
    await prepareStore(store, { demo: true });
    const { registers, releases, values, actors } = await loadedData(store);
    expect({ registers: registers.length, releases: releases.length, values, actors }).toEqual({
      registers: 1,
      releases: 0,
      values: 0,
      actors: 0,
    });
    const left = Object.entries(await counts(store)).filter(([, rows]) => rows > 0);
    expect(left).toEqual([['training', 1]]);
    expect(await districtsWithCooperation(store.db)).toEqual(['12070']);
  });
});

test('two who load it at the same time load one', async () => {
  const [server] = servers;
  if (server === undefined) throw new Error('there is no server to test on');
  const store = await emptyStore(server);
  await Promise.all([prepareStore(store, { demo: true }), prepareStore(store, { demo: true })]);
  expect(await counts(store)).toMatchObject({ joint_decision: 18, demo_record: 242 });
  expect(await needsDemo(store)).toBe(false);
  await store.close();
});

describe('an empty store', () => {
  test.each(engines)('stays empty where the demo is off, on $name', async (engine) => {
    const { storeOn } = await import('@kreisweit/store');
    const store = await storeOn(await engine.open());
    await prepareStore(store, { demo: false });
    const { values, actors, recommendations } = await loadedData(store);
    await store.close();
    expect({ values, actors }).toEqual({ values: 0, actors: 0 });
    expect(recommendations).toBeGreaterThan(0);
  });
});

async function emptyStore(engine: Engine): Promise<Store> {
  const store = await storeOn(await engine.open());
  await syncCatalogue(store, builtInCatalogue());
  return store;
}

/** What somebody recorded beside the demo. */
const ownTraining: Training = {
  key: 'own-training',
  district: '12070',
  title: { de: 'Eigene Fortbildung', en: 'Our own training' },
  day: '2026-05-05',
  territory: '12070',
  organiser: null,
  audience: 'BOTH',
  state: 'PLANNED',
  link: null,
};

const TABLES = [
  ...['district_task', 'task_override', 'task_assignment', 'cooperation_body', 'body_member', 'body_meeting'],
  ...[
    'meeting_participant',
    'meeting_resolution',
    'joint_decision',
    'joint_decision_entry',
    'joint_decision_party',
  ],
  ...['concept_version', 'concept_action', 'concept_target', 'training', 'delivery_deadline', 'demo_record'],
];

type TableContent = { readonly name: string; readonly rows: number; readonly content: string | null };

/** The tables of cooperation: how many rows they hold, and a digest of what is in them. */
async function contents({ database }: Store): Promise<readonly TableContent[]> {
  const each = TABLES.map(
    (name) =>
      `select '${name}' as name, count(*)::int as rows, md5(string_agg(t::text, ',' order by t::text)) as content from ${name} t`,
  );
  return (await database.pool.query<TableContent>(each.join(' union all '))).rows;
}

async function counts(store: Store): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries((await contents(store)).map(({ name, rows }) => [name, rows]));
}
