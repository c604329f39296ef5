import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { registerPlugins } from '../registration/register-plugins.ts';
import { type BaseFile, baseFiles, type FileKind } from './base-files.ts';
import { caseProcess } from './case-process.ts';
import type { CaseAnswer } from './case-program.ts';
import { fuzzPlugin } from './fuzz-plugin.ts';
import { changesOf, type Mutation, mutatedFile } from './mutated-file.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How many fuzzed files are read; some hundred where nothing is said. */
    readonly fuzzedFiles?: number;
  }
}

const MEBIBYTE = 1024 * 1024;
/** What a process with a heap of 512 MiB may take at any time: buffers stand beside the heap. */
const MOST_RESIDENT = 1_000 * MEBIBYTE;
/** What it may still hold in the end: code that is compiled, and nothing of a file. */
const MOST_GROWTH = 32 * MEBIBYTE;

/** The share of each kind of files. Workbooks take longest: some of them unpack to all that is allowed. */
const KINDS: readonly { readonly kind: FileKind; readonly share: number }[] = [
  { kind: 'classic', share: 0.22 },
  { kind: 'flat', share: 0.15 },
  { kind: 'sdmx', share: 0.13 },
  { kind: 'json', share: 0.15 },
  { kind: 'own-figures', share: 0.17 },
  { kind: 'workbook', share: 0.18 },
];

/** Samples that are refused as they are: rows with too few cells, a dataset without territories, a list of reforms. */
const UNSOUND = [
  'sdmx-csv-2.0-action.csv',
  'jsonstat-2.0-hierarchy.json',
  'namens-grenz-aenderungen-2023.xlsx',
];

const cases = inject('fuzzedFiles') ?? 300;
const timeout = Math.max(60_000, cases * 500);
const reader = caseProcess();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-fuzz-'));
});
afterAll(async () => {
  reader.stop();
  await rm(folder, { recursive: true });
});

async function read({ name, plugin }: BaseFile, bytes: Uint8Array, collect = false): Promise<CaseAnswer> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return reader.ask({ path, plugin, collect });
}

const anyMutation = (kind: FileKind): fc.Arbitrary<Mutation> =>
  fc.record({
    change: fc.constantFrom(...changesOf(kind)),
    at: fc.nat(),
    to: fc.nat(),
    which: fc.nat(9_999),
  });

it('has a plug-in of its own that is sound', () => {
  expect(registerPlugins([fuzzPlugin]).problems).toEqual([]);
});

describe('the process that reads fuzzed files', () => {
  let first: CaseAnswer | undefined;
  const counts: string[] = [];

  describe.each(KINDS)('files of the kind $kind', ({ kind, share }) => {
    let files: readonly BaseFile[] = [];
    beforeAll(async () => {
      files = await baseFiles(kind);
    });

    it('reads those that are sound', async () => {
      const refused: string[] = [];
      for (const file of files) {
        const answer = await read(file, file.bytes, first === undefined);
        first ??= answer;
        expect([file.name, answer.failures]).toEqual([file.name, []]);
        if (answer.accepted === 0) refused.push(file.name);
      }
      expect(refused).toEqual(files.map(({ name }) => name).filter((name) => UNSOUND.includes(name)));
    }, 60_000);

    it(
      'reads each soundly or refuses it with problems, whatever happened to it',
      async () => {
        const anyCase = fc.record({
          file: fc.nat(files.length - 1),
          mutations: fc.array(anyMutation(kind), { minLength: 1, maxLength: 4 }),
        });
        let accepted = 0;
        const numRuns = Math.round(cases * share);
        await fc.assert(
          fc.asyncProperty(anyCase, async ({ file: index, mutations }) => {
            const file = files[index] as BaseFile;
            const answer = await read(file, await mutatedFile(file, mutations));
            expect(answer.failures).toEqual([]);
            expect(answer.mostResident).toBeLessThan(MOST_RESIDENT);
            if (answer.accepted > 0) accepted += 1;
          }),
          { numRuns },
        );
        counts.push(`${kind}: ${numRuns} files, ${accepted} read, ${numRuns - accepted} refused`);
      },
      timeout,
    );
  });

  it('holds no more memory and no more files than in the beginning', async () => {
    const [file] = await baseFiles('flat');
    const last = await read(file as BaseFile, (file as BaseFile).bytes, true);
    expect(last.openFiles).toBeLessThanOrEqual((first?.openFiles ?? 0) + 3);
    expect(last.held).toBeLessThan((first?.held ?? 0) + MOST_GROWTH);
    const held = `${Math.round(last.mostResident / MEBIBYTE)} MiB at most, ${Math.round(last.held / MEBIBYTE)} MiB in the end`;
    if (cases > 1_000) console.info([...counts, held].join('\n'));
  });
});
