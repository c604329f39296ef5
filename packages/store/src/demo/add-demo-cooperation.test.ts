import type { Training } from '@kreisweit/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { servers } from '../testing/engines.ts';
import { smallStore } from '../testing/small-store.ts';
import { addDemoCooperation } from './add-demo-cooperation.ts';
import type { DemoRecords } from './demo-records.ts';
import { districtsWithCooperation } from './districts-with-cooperation.ts';

const [server] = servers;
let store: Store;
beforeAll(async () => {
  if (server === undefined) throw new Error('there is no server to test on');
  store = await smallStore(server);
});
afterAll(() => store.close());

const trainingIn = (district: string, key: string): Training => ({
  key,
  district,
  title: { de: 'Fortbildung (Beispiel)', en: 'Training (example)' },
  day: '2026-05-05',
  territory: district,
  organiser: null,
  audience: 'BOTH',
  state: 'PLANNED',
  link: null,
});

const nothing: DemoRecords = {
  ...{ tasks: [], overrides: [], assignments: [], decisions: [], bodies: [], members: [], meetings: [] },
  ...{ concept: [], trainings: [], deadlines: [] },
};

async function stored(table: string): Promise<readonly string[]> {
  const { rows } = await store.database.pool.query<{ line: string }>(
    `select district_key || '/' || key as line from ${table} order by line`,
  );
  return rows.map(({ line }) => line);
}

test('what is refused leaves nothing behind', async () => {
  const trainings = [trainingIn('16097', 'first'), { ...trainingIn('16098', 'second'), day: '2026-02-30' }];
  await expect(addDemoCooperation(store, { ...nothing, trainings })).rejects.toThrow(
    "'2026-02-30' is no day",
  );
  expect(await districtsWithCooperation(store.db)).toEqual([]);
});

test('a district of which something is recorded keeps that, and gets nothing', async () => {
  await addDemoCooperation(store, { ...nothing, trainings: [trainingIn('16097', 'first')] });
  const trainings = [trainingIn('16097', 'another'), trainingIn('16098', 'second')];
  await addDemoCooperation(store, { ...nothing, trainings });
  expect(await districtsWithCooperation(store.db)).toEqual(['16097', '16098']);
  expect(await stored('training')).toEqual(['16097/first', '16098/second']);
  expect(await stored('demo_record')).toEqual(await stored('training'));
});
