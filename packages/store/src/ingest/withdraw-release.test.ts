import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { importCrosswalk } from '../changes/import-crosswalk.ts';
import type { Store } from '../open-store.ts';
import { importRegister } from '../territory/import-register.ts';
import { askedEngines } from '../testing/index.ts';
import { openTerritories } from '../testing/open-observations.ts';
import { crosswalkOf } from '../testing/small-changes.ts';
import { register2013, register2021 } from '../testing/small-country.ts';
import { ingestTable } from '../testing/small-release.ts';
import { emptyStore, storeWithoutRegisters } from '../testing/small-store.ts';
import { allFigures, everyRow, figures, openAggregates } from '../testing/stored-rows.ts';
import { withdrawRelease } from './withdraw-release.ts';

const reason = 'the institute corrected it';

describe.each(askedEngines)('withdrawing a release on $name', (engine) => {
  let opened: Promise<Store> | undefined;
  let store: Store;
  beforeEach(async () => {
    opened ??= storeWithoutRegisters(engine);
    store = await opened;
    await emptyStore(store);
  });
  afterAll(async () => (await opened)?.close());

  const withRegister = () => importRegister(store, register2013, { checksum: 'register' });
  const residents = (version?: number) =>
    figures(store, 'district 16097', 'residents', version === undefined ? {} : { version });

  test('what it had replaced and withdrawn counts again; the version before stays as it was', async () => {
    await withRegister();
    const first = await ingestTable(
      store,
      `
                    residents 2014  residents 2015
      16097001      100             110
      16097002      60              70
      160975001003  40              0`,
    );
    const second = await ingestTable(
      store,
      `
                residents 2014
      16097001  1000
      16097002  600`,
    );
    expect(await residents()).toEqual({ 2014: 'INCOMPLETE SUMMED 67 %', 2015: '180 SUMMED 100 %' });

    const done = await withdrawRelease(store, second.release, { reason });
    expect(done).toMatchObject({
      version: second.version + 1,
      changed: true,
      withdrawn: 2,
      restored: 3,
      reason,
    });
    expect(await residents()).toEqual({ 2014: '200 SUMMED 100 %', 2015: '180 SUMMED 100 %' });
    expect(await residents(first.version)).toEqual(await residents());
    expect(await residents(second.version)).toEqual({
      2014: 'INCOMPLETE SUMMED 67 %',
      2015: '180 SUMMED 100 %',
    });
  });

  test('of a table that was replaced since, nothing changes; without its successor it stays gone too', async () => {
    await withRegister();
    const text = (value: number) => `
                residents 2014
      16097001  ${value}`;
    const first = await ingestTable(store, text(1));
    const second = await ingestTable(store, text(2));
    const third = await ingestTable(store, text(3), { kind: 'partial' });
    const value = () => figures(store, 'municipality 16097001', 'residents');

    expect(await withdrawRelease(store, second.release, { reason })).toMatchObject({
      withdrawn: 0,
      restored: 0,
    });
    expect(await value()).toEqual({ 2014: '3 DELIVERED' });
    await withdrawRelease(store, third.release, { reason });
    expect(await value()).toEqual({ 2014: '1 DELIVERED' });
    await withdrawRelease(store, first.release, { reason });
    expect(await allFigures(store)).toEqual({});
    expect(await openAggregates(store)).toEqual([]);
  });

  test('cells of other inputs stand as they are, and come to count where they were second', async () => {
    await withRegister();
    await ingestTable(store, '  residents 2014\n16097001 5', { input: 'small/second' });
    const { release } = await ingestTable(store, '  residents 2014\n16097001 7');
    expect(await figures(store, 'municipality 16097001', 'residents')).toEqual({ 2014: '7 DELIVERED' });
    await withdrawRelease(store, release, { reason });
    expect(await figures(store, 'municipality 16097001', 'residents')).toEqual({ 2014: '5 DELIVERED' });
  });

  test('twice: nothing is written, and when and why it was withdrawn is said', async () => {
    await withRegister();
    const { release } = await ingestTable(store, '  residents 2014\n16097001 7');
    const first = await withdrawRelease(store, release, { reason });
    const before = await everyRow(store);
    expect(await withdrawRelease(store, release, { reason: 'another reason' })).toMatchObject({
      changed: false,
      version: first.version,
      reason,
      withdrawnAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(await everyRow(store)).toEqual(before);
  });

  test('of a release that there is not, or without a reason, is refused and leaves nothing behind', async () => {
    await withRegister();
    const { release } = await ingestTable(store, '  residents 2014\n16097001 7');
    const before = await everyRow(store);
    await expect(withdrawRelease(store, 12, { reason })).rejects.toThrow(
      'there is no release 12: their numbers go from 1 to 1',
    );
    await expect(withdrawRelease(store, release, { reason: ' ' })).rejects.toThrow('there is no reason');
    expect(await everyRow(store)).toEqual(before);
  });

  test('the very same file can be delivered again', async () => {
    await withRegister();
    const text = '  residents 2014\n16097001 7';
    const first = await ingestTable(store, text);
    await withdrawRelease(store, first.release, { reason });
    const again = await ingestTable(store, text);
    expect(again).toMatchObject({ changed: true, release: first.release + 1 });
    expect(await figures(store, 'municipality 16097001', 'residents')).toEqual({ 2014: '7 DELIVERED' });
  });

  test('what was interrupted left nothing behind', async () => {
    await withRegister();
    await ingestTable(store, '  residents 2014\n16097001 7');
    const { release } = await ingestTable(store, '  residents 2014\n16097002 8');
    const before = await everyRow(store);
    const controller = new AbortController();
    const onProgress = ({ phase }: { readonly phase: string }) => {
      if (phase === 'publishing') controller.abort(new Error('enough'));
    };
    await expect(
      withdrawRelease(store, release, { reason, signal: controller.signal, onProgress }),
    ).rejects.toThrow('enough');
    expect(await everyRow(store)).toEqual(before);
  });

  test('territories that only it knew are known no more, and names that others gave come back', async () => {
    await ingestTable(store, '  residents 2014\n12345001 5', { input: 'small/second' });
    const before = await openTerritories(store);
    const { release } = await ingestTable(
      store,
      `
                    residents 2015
      123455001001  6
      12399002      7`,
    );
    expect(await openTerritories(store)).not.toEqual(before);
    await withdrawRelease(store, release, { reason });
    expect(await openTerritories(store)).toEqual(before);
    expect(before).toContain(
      'municipality 12345001 TABLE Name of 12345001 2014-12-31 2014-12-31 2014-12-31 2014-12-31 12345001',
    );
  });

  test('a cell that was replaced before a register merged its keys comes back where it belongs', async () => {
    await ingestTable(store, '  residents 2014  residents 2015\n02000000 5 6', { kind: 'partial' });
    const { release } = await ingestTable(store, '  residents 2014\n02 8', { kind: 'partial' });
    await importRegister(store, register2013, { checksum: 'register' });
    await importRegister(store, register2021, { checksum: 'later register' });
    expect(await figures(store, 'state 02', 'residents')).toEqual({
      2014: '8 DELIVERED',
      2015: '6 DELIVERED',
    });
    await withdrawRelease(store, release, { reason });
    expect(await figures(store, 'state 02', 'residents')).toEqual({
      2014: '5 DELIVERED',
      2015: '6 DELIVERED',
    });
  });

  test('a sign that came to mean a zero since it was replaced comes back as one', async () => {
    const text = (value: string) => `
                residents 2014  rating 2020
      16097001  ${value}        1`;
    await ingestTable(store, text('-'));
    const second = await ingestTable(store, text('5'));
    await importRegister(store, register2013, { checksum: 'register' });
    await importRegister(store, register2021, { checksum: 'later register' });
    await withdrawRelease(store, second.release, { reason });
    expect(await figures(store, 'municipality 16097001', 'residents')).toEqual({ 2014: '0 DELIVERED' });
  });

  test('a name that only it gave to a listed territory is given back', async () => {
    await importRegister(store, register2021, { checksum: 'register' });
    const crosswalk = crosswalkOf([2012, 2013], 2020, '16099004  16099001  2012  2013');
    await importCrosswalk(store, crosswalk, { checksum: 'crosswalk' });
    const before = await openTerritories(store);
    const { release } = await ingestTable(store, '  residents 2013\n16099004 5');
    const named = await openTerritories(store);
    expect(named).not.toEqual(before);
    const second = await ingestTable(store, '  residents 2014\n16099004 5', { input: 'small/second' });
    await withdrawRelease(store, release, { reason });
    expect(await openTerritories(store)).toEqual(named);
    await withdrawRelease(store, second.release, { reason });
    expect(await openTerritories(store)).toEqual(before);
  });
});
