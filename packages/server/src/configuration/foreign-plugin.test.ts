import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
const fixture = () => join(partner(), 'fixtures/invented-figures.csv');
const kreisweitIn = (place: string, ...words: readonly string[]) =>
  kreisweitInProcess(words, { environment: database.environment, folder: place });
const kreisweit = (...words: readonly string[]) => kreisweitIn(installation(), ...words);

async function configure(...plugins: readonly string[]): Promise<void> {
  await writeFile(join(installation(), 'kreisweit.config.json'), JSON.stringify({ plugins }));
}

/** What a tarball of npm is called. */
const tarballName = (name: string) => `${name.replace('@', '').replace('/', '-')}-0.1.0.tgz`;

/** A folder in which the plug-in is installed beside the kit, as on another machine: only the tarballs are brought along. */
async function install(): Promise<void> {
  await mkdir(installation());
  const tarballs: Readonly<Record<string, string>> = {
    '@kreisweit/domain': packed.tarball('@kreisweit/domain'),
    '@kreisweit/plugin-kit': packed.tarball('@kreisweit/plugin-kit'),
    [PACKAGE]: join(partner(), tarballName(PACKAGE)),
  };
  const dependencies: Record<string, string> = {};
  for (const [name, tarball] of Object.entries(tarballs)) {
    await copyFile(tarball, join(installation(), tarballName(name)));
    dependencies[name] = `file:${tarballName(name)}`;
  }
  await writeFile(join(installation(), 'package.json'), JSON.stringify({ private: true, dependencies }));
  await installOffline(installation(), packed);
}

const warning = `the plug-in ${ID} is not loaded: 3 indicators of it stay as they are; "kreisweit migrate --drop ${ID}" takes them out`;

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

async function dataVersion(): Promise<number> {
  const { stdout } = await kreisweit('status', '--json');
  return JSON.parse(stdout).dataVersion;
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
  await install();
  const installed = join(installation(), 'node_modules', PACKAGE, 'package.json');
  const { dependencies, peerDependencies } = JSON.parse(await readFile(installed, 'utf8'));
  expect({ dependencies, peerDependencies }).toEqual({
    peerDependencies: { '@kreisweit/plugin-kit': '^0.1.0' },
  });
  await configure(PACKAGE);

  const listed = await kreisweit('plugins', '--json');
  expect(listed.status).toBe(0);
  const { plugins, problems } = JSON.parse(listed.stdout);
  expect(problems).toEqual([]);
  expect(plugins.at(-1)).toMatchObject({ id: ID, inputs: [{ reader: 'own-figures', level: 'district' }] });

  const tried = await kreisweit('ingest', ID, fixture(), '--dry-run');
  expect(tried.status).toBe(1);
  expect(tried.stderr).toContain('run "kreisweit migrate" first');
  const ingested = await kreisweit('ingest', ID, fixture());
  expect(ingested.status).toBe(0);
  expect(ingested.stderr).not.toContain('left out');
  expect(await series(`${ID}/employedShare`)).toEqual(share);
  expect(await series(`${ID}/employed`)).toMatchObject({ values: [53, 84, null] });
});

test('a trial of it, or a command where it is not named, changes nothing', async () => {
  const before = await dataVersion();
  expect((await kreisweit('ingest', ID, fixture(), '--dry-run')).status).toBe(0);
  const elsewhere = await kreisweitIn(folder, 'migrate', '--json');
  expect(elsewhere.stderr).toContain(warning);
  expect(JSON.parse(elsewhere.stdout)).toMatchObject({ dataVersion: before, dropped: [] });
  expect(await series(`${ID}/employedShare`)).toEqual(share);
});

test('a version of it that breaks a promise is left out, and the last good one stays', async () => {
  const place = join(folder, 'changed');
  await cp(installation(), place, { recursive: true });
  const source = join(place, 'node_modules', PACKAGE, 'dist', `${ID}-plugin.js`);
  const good = await readFile(source, 'utf8');
  await writeFile(source, good.replace("unit: 'percent'", "unit: 'per_1000'"));
  const broken = `${PACKAGE}: ${ID} indicators.employedShare.unit: changed from percent to per_1000: what has another unit needs another name`;

  const migrated = await kreisweitIn(place, 'migrate');
  expect(migrated.status).toBe(0);
  expect(migrated.stderr).toContain(`plug-in left out: ${broken}`);
  expect(migrated.stderr).toContain(warning);
  const refused = await kreisweitIn(place, 'ingest', ID, fixture());
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain(`nothing was stored: the plug-in "${ID}" cannot be used\n  ${broken}\n`);
  expect(await series(`${ID}/employedShare`)).toEqual(share);
});

test('when it cannot be loaded any more, that is told, and what was published of it stays', async () => {
  await rm(join(installation(), 'node_modules', PACKAGE), { recursive: true });
  const told = `${PACKAGE}: is not installed in ${installation()}: run "npm install ${PACKAGE}" there`;

  const listed = await kreisweit('plugins');
  expect(listed.status).toBe(1);
  expect(listed.stdout).toContain(told);
  const refused = await kreisweit('ingest', ID, fixture());
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
  expect(migrated.stderr).toContain(warning);
  expect(await series(`${ID}/employedShare`)).toEqual(share);

  const refused = await kreisweit('migrate', '--drop', 'population', '--drop', 'waiting');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain(
    [
      'nothing was taken out of the catalogue:',
      '  population: is loaded; what is loaded stays in the catalogue',
      '  waiting: the catalogue has no such plug-in',
      `  not loaded are: ${ID} (3 indicators)`,
    ].join('\n'),
  );
  const dropped = await kreisweit('migrate', '--drop', ID);
  expect(dropped.stdout).toContain(`${ID}: 3 indicators taken out; earlier data versions keep them\n`);
  expect(await series(`${ID}/employedShare`)).toContain(`${ID}/employedShare`);
});
