import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actingOperator } from '@kreisweit/domain';
import {
  addDemoCooperation,
  type CooperationFile,
  type CooperationKind,
  cooperationKinds,
  exportCooperation,
  importCooperation,
  importRegister,
  type Store,
  saveActors,
  storeOn,
  syncCatalogue,
} from '@kreisweit/store';
import { servers } from '@kreisweit/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoRecords } from '../demo/cooperation/demo-records.ts';
import { demoActors } from '../demo/demo-actors.ts';
import { demoRegisterLater } from '../demo/demo-register.ts';
import { builtInCatalogue } from '../plugins.ts';
import { prepareStore } from '../serve/prepare-store.ts';
import { columnNotes } from './column-notes.ts';
import { cooperationFormats } from './cooperation-formats.ts';
import { type FileForm, fileForms, readRecords } from './read-records.ts';
import type { RecordFormat } from './record-format.ts';
import { writeRecords } from './write-records.ts';

const TODAY = '2026-06-15';
const DISTRICTS = ['03153', '09473', '12070'];

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-demo-files-'));
let full: Store;
let empty: Store;
beforeAll(async () => {
  full = await storeWithRegisters();
  empty = await storeWithRegisters();
  await saveActors(full, demoActors);
  await addDemoCooperation(full, demoRecords(TODAY), { today: TODAY });
});
afterAll(async () => {
  await Promise.all([full.close(), empty.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function storeWithRegisters(): Promise<Store> {
  const [server] = servers;
  if (server === undefined) throw new Error('there is no test server among the engines');
  const store = await storeOn(await server.open());
  await syncCatalogue(store, builtInCatalogue());
  await importRegister(store, demoRegisterLater, { checksum: 'register' });
  await prepareStore(store, { demo: false });
  return store;
}

/** What a store exports of a kind and a district, written to a file in one form and read from it. */
async function filed<Kind extends CooperationKind>(
  store: Store,
  { kind, district, form }: { readonly kind: Kind; readonly district: string; readonly form: FileForm },
): Promise<CooperationFile> {
  const format = cooperationFormats[kind];
  const file = `${kind}-${district}.${form}`;
  const path = join(folder, file);
  const exported = await exportCooperation(store.db, { kind, district });
  writeFileSync(path, await writeRecords(format, exported, form));
  const { records } = await readRecords(format, path);
  expect(records).toEqual(exported);
  return { kind, file, checksum: file, records } as unknown as CooperationFile;
}

/** The files of districts, a kind after the other, so that what is named is there before. */
async function filesOf(
  store: Store,
  { districts, form }: { readonly districts: readonly string[]; readonly form: FileForm },
): Promise<readonly CooperationFile[]> {
  const files: CooperationFile[] = [];
  for (const kind of cooperationKinds) {
    for (const district of districts) files.push(await filed(store, { kind, district, form }));
  }
  return files;
}

test('an empty store is as the full one after the import of what that exports, in CSV', async () => {
  const files = await filesOf(full, { districts: DISTRICTS, form: 'csv' });
  const imported = await importCooperation(empty, actingOperator, files, { today: TODAY });
  expect(imported.filter(({ records }) => records === 0)).toEqual([]);
  for (const kind of cooperationKinds) {
    for (const district of DISTRICTS) {
      const [from, to] = [full, empty].map(({ db }) => exportCooperation(db, { kind, district }));
      expect(await to).toEqual(await from);
    }
  }
});

/** A concept needs the columns that say which part a row is; the history of a decision is compared with that which is stored. */
const NEEDED: Readonly<Partial<Record<CooperationKind, readonly string[]>>> = {
  concept: 'within key title_de title_en indicator value direction period status'.split(' '),
};

test.each(cooperationKinds.filter((kind) => kind !== 'decisions'))(
  '%s without the columns that may be left out change nothing',
  async (kind) => {
    const format = cooperationFormats[kind] as unknown as RecordFormat<unknown, unknown>;
    const needed = new Set([
      ...(NEEDED[kind] ?? []),
      ...columnNotes(format).flatMap(({ header, isRequired }) => (isRequired ? [header] : [])),
    ]);
    const columns = format.columns.filter(({ header }) => needed.has(header));
    const path = join(folder, `${kind}-short.csv`);
    const exported = await exportCooperation(empty.db, { kind, district: '12070' });
    writeFileSync(path, await writeRecords({ ...format, columns }, exported, 'csv'));
    const { records, leftOut } = await readRecords(format, path);
    expect(leftOut.some((fields) => fields.length > 0)).toBe(columns.length < format.columns.length);
    const file = { kind, file: path, checksum: path, records, leftOut } as unknown as CooperationFile;
    const imported = await importCooperation(empty, actingOperator, [file], { today: TODAY, dryRun: true });
    expect(imported).toMatchObject([{ added: 0, changed: 0, changes: [] }]);
  },
);

test.each(fileForms)('importing it again as %s changes nothing', async (form) => {
  const files = await filesOf(full, { districts: ['12070'], form });
  const imported = await importCooperation(empty, actingOperator, files, { today: TODAY });
  expect(imported.filter(({ added, changed }) => added + changed > 0)).toEqual([]);
});
