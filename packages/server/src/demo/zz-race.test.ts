import { importRegister, storeOn, syncCatalogue } from '@kreisweit/store';
import { servers } from '@kreisweit/store/testing';
import { expect, test } from 'vitest';
import { builtInCatalogue } from '../plugins.ts';
import { prepareStore } from '../serve/prepare-store.ts';
import { loadedData } from '../status/loaded-data.ts';
import { demoRegisterLater } from './demo-register.ts';

for (const ms of [0, 100, 400, 800, 1500, 2500]) test(`race ${ms}`, async () => {
  const store = await storeOn(await (servers[0] as NonNullable<(typeof servers)[0]>).open());
  await syncCatalogue(store, builtInCatalogue());
  const loading = prepareStore(store, { demo: true }).catch((e) => console.log('LOAD', ms, String(e)));
  await new Promise((r) => setTimeout(r, ms));
  const imported = await importRegister(store, { ...demoRegisterLater, territoryDate: '2022-12-31' }, { checksum: 'real' }).catch((e) => String(e));
  await loading;
  const d = await loadedData(store);
  const { rows } = await store.database.pool.query('select (select count(*)::int from demo_record) r, (select count(*)::int from joint_decision) j, (select count(*)::int from actor) a');
  console.log(ms, JSON.stringify(imported), d.registers.map((r) => r.demo), d.releases.map((r) => r.demo), rows);
  await store.close();
  expect(1).toBe(1);
});
