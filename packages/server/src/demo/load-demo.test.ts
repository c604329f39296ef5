import { importRegister, type Store } from '@kreisweit/store';
import { engines } from '@kreisweit/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareStore } from '../serve/prepare-store.ts';
import { loadedData } from '../status/loaded-data.ts';
import { demoStore } from '../testing/demo-store.ts';
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
        "actors": 30,
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

  test('is loaded once: a second time changes nothing', async () => {
    const before = await loadedData(store);
    expect(await needsDemo(store)).toBe(false);
    await loadDemo(store);
    expect(await loadedData(store)).toEqual(before);
  });

  test('is completed where the process ended while it was being loaded', async () => {
    await store.db.deleteFrom('actor').where('demo', '=', true).execute();
    expect(await needsDemo(store)).toBe(true);
    await prepareStore(store, { demo: true });
    expect(await needsDemo(store)).toBe(false);
  });

  test('gives way to the first real register, and does not come back', async () => {
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
  });
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
