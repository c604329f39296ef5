import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DeliveredObservation, readCell } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../open-store.ts';
import { readRegister } from '../register/read-register.ts';
import { realRegisters } from '../register/real-registers.ts';
import { csvRows } from '../table-file/csv-rows.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import { ingestTable, releaseOf } from '../testing/small-release.ts';
import { storeWithoutRegisters } from '../testing/small-store.ts';
import { ingestRelease } from './ingest-release.ts';

const census = fileURLToPath(
  new URL('../../../../../shared/data/observations/municipalities/12111-01-01-5_00.csv', import.meta.url),
);

const COLUMNS = [
  { measure: 'residents' },
  { measure: 'residents', breakdown: { sex: 'male' } },
  { measure: 'residents', breakdown: { sex: 'female' } },
] as const;

/** The residents of Niedersachsen in the census of 2011, whose table lists dissolved Samtgemeinden beside live ones. */
function censusOfNiedersachsen(): readonly DeliveredObservation[] {
  const observations: DeliveredObservation[] = [];
  csvRows(readFileSync(census, 'utf8'), {
    row: ({ line, cells: [territory = '', name = '', ...cells] }) => {
      if (!/^03\d*$/.test(territory)) return;
      for (const [index, column] of COLUMNS.entries()) {
        const cell = readCell(cells[index] ?? '', { decimal: ',' });
        if (typeof cell === 'string') throw new Error(cell);
        observations.push({ ...column, territory, name, period: '2011', cell, line, column: index + 3 });
      }
    },
    fault: (line, message) => {
      throw new Error(`${line}: ${message}`);
    },
  });
  return observations;
}

describe.each(askedEngines)('the account of a release on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeWithoutRegisters(engine);
  });
  afterAll(() => store.close());

  test('says what became of every cell that was read', async () => {
    const { cells, stored, merged, dropped } = await ingestTable(
      store,
      `
                    residents 2014  residents 2015
      16097002      -               -
      160975001002  -               -
      16097001      5               -
      160970001001  -               -
      160979001001  -               6`,
    );
    expect({ cells, stored, merged, dropped }).toEqual({ cells: 10, stored: 4, merged: 2, dropped: 4 });
  });

  test('adds up for rows of one key, too', async () => {
    const done = await ingestTable(
      store,
      `  places 2017\n 16097002 6\n 16097002 -\n 16097003 -\n 16097003 -`,
    );
    expect(done).toMatchObject({ cells: 4, stored: 2, merged: 1, dropped: 1 });
  });

  test('adds up for an official table', async () => {
    const register = await readRegister(realRegisters.sheet2013);
    const entries = register.entries.filter(({ ars }) => ars.startsWith('03'));
    await importRegister(store, { ...register, entries }, { checksum: 'Niedersachsen' });
    const observations = censusOfNiedersachsen();
    const done = await ingestRelease(store, releaseOf(observations));
    const { cells, stored, merged, dropped, release } = done;
    expect({ cells, stored, merged, dropped }).toMatchInlineSnapshot(`
      {
        "cells": 4224,
        "dropped": 294,
        "merged": 0,
        "stored": 3930,
      }
    `);
    expect(cells).toBe(observations.length);
    expect(stored + merged + dropped).toBe(cells);
    const { rows } = await store.database.pool.query<{ count: number }>(
      'select count(*)::int as count from observation where release_id = $1',
      [release],
    );
    expect(rows).toEqual([{ count: stored }]);
  });
});
