import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { InputProblems } from '@kreisweit/domain';
import { openInput } from '@kreisweit/plugin-kit';
import { ingestRelease, type ReleaseIngest, type Store } from '@kreisweit/store';
import { servers, storeWithoutRegisters } from '@kreisweit/store/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BaseFile, baseFiles, type FileKind } from '../../plugin-kit/src/fuzz/base-files.ts';
import { changesOf, type Mutation, mutatedFile } from '../../plugin-kit/src/fuzz/mutated-file.ts';
import { everyRow, publishedVersion } from '../../store/src/testing/stored-rows.ts';
import { checksumOf } from './cli/checksum-of.ts';
import { releaseOf } from './delivery/release-of.ts';
import { builtInCatalogue, builtInPlugins } from './plugins.ts';

const KINDS: readonly FileKind[] = ['classic', 'flat', 'own-figures', 'workbook'];
const CASES = 100;
/** After so many files a new store is opened, which is sooner read in whole. */
const FILES_A_STORE = 15;

/** Changes that most files survive: otherwise hardly any would reach the store. */
const MILD: readonly string[] = [
  'leave a line out',
  'leave lines out',
  'repeat a line',
  'swap lines',
  'swap columns',
  'write something evil into a cell',
  'take a cell of another line',
  'flip a bit',
  'line ends CRLF',
  'byte order marks',
  'in a part: an evil value',
  'in a part: an evil number',
  'in a part: a row left out',
  'in a part: a row twice',
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-fuzz-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Minutes of work: what readers make of fuzzed files meets a real store. */
describe.each(servers)('fuzzed releases on $name', (engine) => {
  let store: Store | null = null;
  let files = 0;
  afterAll(async () => store?.close());

  async function storeForNext(): Promise<Store> {
    files += 1;
    if (store !== null && files % FILES_A_STORE > 0) return store;
    await store?.close();
    store = await storeWithoutRegisters(engine, builtInCatalogue());
    return store;
  }

  /** Every row but identities, which state nothing by themselves. */
  async function rowsOf(of: Store) {
    const { territory, breakdown, ...rows } = await everyRow(of);
    return rows;
  }

  async function ingested(into: Store, plugin: string, path: string): Promise<ReleaseIngest | InputProblems> {
    const found = builtInPlugins.find(({ id }) => id === plugin);
    if (found === undefined) throw new Error(`there is no plug-in ${plugin}`);
    try {
      const release = releaseOf(await openInput(found, path), basename(path), await checksumOf(path));
      return await ingestRelease(into, release);
    } catch (error) {
      if (error instanceof InputProblems) return error;
      throw error;
    }
  }

  test.each(KINDS)(
    'of the kind %s are stored whole or not at all',
    async (kind) => {
      const bases = (await baseFiles(kind)).filter(({ plugin }) => plugin !== 'fuzz');
      const changes = changesOf(kind);
      const mutation: fc.Arbitrary<Mutation> = fc.record({
        change: fc.oneof(
          fc.constantFrom(...changes),
          fc.constantFrom(...changes.filter((change) => MILD.includes(change))),
        ),
        at: fc.nat(),
        to: fc.nat(),
        which: fc.nat(9_999),
      });
      const anyCase = fc.record({
        file: fc.nat(bases.length - 1),
        mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }),
      });
      let stored = 0;
      await fc.assert(
        fc.asyncProperty(anyCase, async ({ file: index, mutations }) => {
          const file = bases[index] as BaseFile;
          const path = join(folder, file.name);
          await writeFile(path, await mutatedFile(file, mutations));
          const into = await storeForNext();
          const [before, version] = [await rowsOf(into), await publishedVersion(into)];
          const result = await ingested(into, file.plugin, path);
          if (result instanceof InputProblems || !result.changed) {
            expect(await rowsOf(into)).toEqual(before);
            expect(await publishedVersion(into)).toBe(version);
            return;
          }
          stored += 1;
          expect([result.version, await publishedVersion(into)]).toEqual([version + 1, version + 1]);
        }),
        { numRuns: CASES },
      );
      console.info(`${kind}: ${stored} of ${CASES} files were stored`);
      expect(stored).toBeGreaterThan(0);
    },
    1_800_000,
  );
});
