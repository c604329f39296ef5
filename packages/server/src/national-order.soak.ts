import type { Store } from '@kreisweit/store';
import { servers } from '@kreisweit/store/testing';
import { describe, expect, test } from 'vitest';
import { changeSources, loadChangeSources } from './testing/load-change-sources.ts';
import { loadNationalTables, residentsTable } from './testing/load-national-tables.ts';
import { timelineOf } from './testing/timeline-of.ts';

const registers = changeSources.filter((source) => source.startsWith('register/'));

/** Minutes of work: every official source of thirty years, twice. Small countries are tested in all orders all the time. */
describe.each(servers)('the whole country on $name', ({ open }) => {
  test('sources in any order, before the figures or after them, give the same timeline and the same values', async () => {
    const before = await loadNationalTables(await open(), registers, [residentsTable]);
    const after = await loadNationalTables(await open(), [...changeSources].reverse(), [residentsTable]);
    try {
      await loadChangeSources(before, changeSources.slice(registers.length));
      const [one, two] = [await timelineOf(before), await timelineOf(after)];
      for (const part of Object.keys(one)) expect([part, two[part]]).toEqual([part, one[part]]);
    } finally {
      await Promise.all([before, after].map((store: Store) => store.close()));
    }
  }, 600_000);
});
