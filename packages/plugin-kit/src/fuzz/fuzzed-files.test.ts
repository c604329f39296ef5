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
    /** How many fuzzed files are read. */
    readonly fuzzedFiles?: number;
  }
}

const MEBIBYTE = 1024 * 1024;
/** What a process with a heap of 512 MiB may hold: buffers stand beside the heap. */
const MOST_RESIDENT = 1_000 * MEBIBYTE;

/** Of so many files in all, how many are of a kind. */
const SHARES: Readonly<Record<FileKind, number>> = {
  classic: 0.25,
  flat: 0.15,
  sdmx: 0.1,
  json: 0.15,
  'own-figures': 0.15,
  workbook: 0.2,
};

const cases = inject('fuzzedFiles') ?? 300;
const process = caseProcess();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-fuzz-'));
});
afterAll(async () => {
  process.stop();
  await rm(folder, { recursive: true });
});

async function read({ name, plugin }: BaseFile, bytes: Uint8Array): Promise<CaseAnswer> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return process.ask({ path, plugin });
}

it('has a plug-in of its own that is sound', () => {
  expect(registerPlugins([fuzzPlugin]).problems).toEqual([]);
});

describe.each(Object.entries(SHARES) as [FileKind, number][])('a file of the kind %s', (kind, share) => {
  let files: readonly BaseFile[] = [];
  beforeAll(async () => {
    files = await baseFiles(kind);
  });

  it('is read when it is sound', async () => {
    const read_: string[] = [];
    for (const file of files) {
      const { accepted, observations, failures } = await read(file, file.bytes);
      expect([file.name, failures]).toEqual([file.name, []]);
      read_.push(`${file.name} ${accepted} ${observations}`);
    }
    console.log(read_);
  });

  it('is read soundly or refused with problems, whatever happened to it', async () => {
    const change = fc.constantFrom(...changesOf(kind));
    const mutation: fc.Arbitrary<Mutation> = fc.record({
      change,
      at: fc.nat(),
      to: fc.nat(),
      which: fc.nat(9_999),
    });
    const fuzzed = fc.record({
      file: fc.nat(files.length - 1),
      mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fuzzed, async ({ file: index, mutations }) => {
        const file = files[index] as BaseFile;
        const { failures, mostResident } = await read(file, await mutatedFile(file, mutations));
        expect(failures).toEqual([]);
        expect(mostResident).toBeLessThan(MOST_RESIDENT);
      }),
      { numRuns: Math.round(cases * share) },
    );
  });
});
