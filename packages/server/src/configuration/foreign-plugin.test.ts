import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createContext, createSchema } from '@kreisweit/graphql';
import {
  installOffline,
  linkTools,
  type PackedPackages,
  packedPackages,
} from '@kreisweit/publishing/testing';
import { openStore } from '@kreisweit/store';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandDatabase, commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';

const run = promisify(execFile);
const ID = 'waiting-times';
const PACKAGE = `kreisweit-plugin-${ID}`;

let packed: PackedPackages;
let folder: string;
let database: CommandDatabase;
beforeAll(async () => {
  packed = await packedPackages();
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-foreign-'));
  database = await commandDatabase();
});
afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

const partner = () => join(folder, 'partner', ID);
const installation = () => join(folder, 'installation');
/** As the partner runs it: nothing of the tests around it reaches it. */
const npm = (...words: readonly string[]) =>
  run('npm', words, {
    cwd: partner(),
    env: { PATH: [dirname(process.execPath), process.env.PATH].join(delimiter), HOME: process.env.HOME },
  });
const kreisweit = (...words: readonly string[]) =>
  kreisweitInProcess(words, { environment: database.environment, folder: installation() });

async function configure(...plugins: readonly string[]): Promise<void> {
  await writeFile(join(installation(), 'kreisweit.config.json'), JSON.stringify({ plugins }));
}

/** What the API answers of the district that the fixture is about. */
async function series(indicator: string): Promise<unknown> {
  const store = await openStore({ kind: 'server', url: database.environment.DATABASE_URL });
  try {
    const source = `{ district(key: "03153") { series(indicator: "${indicator}") { periods values statuses } } }`;
    const contextValue = createContext({ db: store.db });
    const { data, errors } = await graphql({ schema: createSchema(), source, contextValue });
    const [error] = errors ?? [];
    return error?.message ?? JSON.parse(JSON.stringify(data)).district?.series;
  } finally {
    await store.close();
  }
}

const share = {
  periods: ['2021', '2022', '2023'],
  values: [25, 35, null],
  statuses: ['NORMAL', 'NORMAL', 'CONFIDENTIAL'],
};

test('a plug-in is created outside of the repository, tested, built and packed', async () => {
  const command = join(packed.folder('@kreisweit/create-plugin'), 'create-plugin-command.js');
  const kit = [
    '--kit',
    packed.tarball('@kreisweit/plugin-kit'),
    '--domain',
    packed.tarball('@kreisweit/domain'),
  ];
  await mkdir(join(folder, 'partner'));
  await run(process.execPath, [command, ID, partner(), ...kit]);
  await installOffline(partner(), packed);
  await linkTools(partner());

  await npm('test', '--', '--reporter=json', '--outputFile=../report.json');
  const report = JSON.parse(await readFile(join(folder, 'partner/report.json'), 'utf8'));
  expect(report).toMatchObject({ success: true, numFailedTests: 0 });
  expect(report.numPassedTests).toBeGreaterThan(3);
  await npm('run', 'check');
  const { stdout: files } = await npm('pack', '--json');
  const packing = JSON.parse(files.slice(files.indexOf('[')));
  expect(packing[0].files.map(({ path }: { readonly path: string }) => path).sort()).toMatchInlineSnapshot(`
    [
      "README.md",
      "dist/index.d.ts",
      "dist/index.js",
      "dist/waiting-times-plugin.d.ts",
      "dist/waiting-times-plugin.js",
      "package.json",
    ]
  `);
});

test('it is installed and named, and its figures are taken in and answered', async () => {
  await mkdir(installation());
  const dependencies = { [PACKAGE]: `file:${join(partner(), `${PACKAGE}-0.1.0.tgz`)}` };
  await writeFile(join(installation(), 'package.json'), JSON.stringify({ private: true, dependencies }));
  await installOffline(installation(), packed);
  await configure(PACKAGE);

  const listed = await kreisweit('plugins', '--json');
  expect(listed.status).toBe(0);
  const { plugins, problems } = JSON.parse(listed.stdout);
  expect(problems).toEqual([]);
  expect(plugins.at(-1)).toMatchObject({ id: ID, inputs: [{ reader: 'own-figures', level: 'district' }] });

  const ingested = await kreisweit('ingest', ID, join(partner(), 'fixtures/invented-figures.csv'));
  expect(ingested.status).toBe(0);
  expect(ingested.stderr).not.toContain('left out');
  expect(await series(`${ID}/employedShare`)).toEqual(share);
  expect(await series(`${ID}/employed`)).toMatchObject({ values: [53, 84, null] });
});

test('when it cannot be loaded any more, that is told, and what was published of it stays', async () => {
  await rm(join(installation(), 'node_modules', PACKAGE), { recursive: true });
  const told = `${PACKAGE}: is not installed in ${installation()}: run "npm install ${PACKAGE}" there`;

  const listed = await kreisweit('plugins');
  expect(listed.status).toBe(1);
  expect(listed.stdout).toContain(told);
  const refused = await kreisweit('ingest', ID, join(partner(), 'fixtures/invented-figures.csv'));
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain(`there is no plug-in "${ID}"`);
  expect(refused.stderr).toContain(told);
  const migrated = await kreisweit('migrate');
  expect(migrated.status).toBe(0);
  expect(migrated.stderr).toContain(`plug-in left out: ${told}`);
  expect(await series(`${ID}/employedShare`)).toEqual(share);
});

test('when it is not named any more, it stays too, until it is dropped', async () => {
  await configure();
  const migrated = await kreisweit('migrate');
  expect(migrated.status).toBe(0);
  expect(migrated.stderr).toMatch(
    new RegExp(
      `the plug-in ${ID} is not loaded: \\d+ indicators of it stay as they are; "kreisweit migrate --drop ${ID}"`,
    ),
  );
  expect(await series(`${ID}/employedShare`)).toEqual(share);

  const refused = await kreisweit('migrate', '--drop', 'population');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain(`there are: ${ID}`);
  expect((await kreisweit('migrate', '--drop', ID)).stdout).toContain(`dropped: ${ID}`);
  expect(await series(`${ID}/employedShare`)).toContain(`${ID}/employedShare`);
});
