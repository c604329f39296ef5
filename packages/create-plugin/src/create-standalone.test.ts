import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createStandalone } from './create-standalone.ts';

const run = promisify(execFile);
const command = fileURLToPath(new URL('create-plugin-command.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-create-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tarball = join(folder, 'kit.tgz');
writeFileSync(tarball, '');

test('a package of its own is written against the version of the kit that goes with this one', async () => {
  const place = join(folder, 'waiting-times');
  expect(await createStandalone('waiting-times', { folder: place })).toEqual({
    folder: place,
    packageName: 'kreisweit-plugin-waiting-times',
  });
  expect(readdirSync(place, { recursive: true }).sort()).toMatchInlineSnapshot(`
    [
      ".gitignore",
      "README.md",
      "fixtures",
      "fixtures/invented-figures.csv",
      "package.json",
      "src",
      "src/index.ts",
      "src/waiting-times-plugin.test.ts",
      "src/waiting-times-plugin.ts",
      "tsconfig.build.json",
      "tsconfig.json",
    ]
  `);
  const manifest = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({
    name: 'kreisweit-plugin-waiting-times',
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    engines: { node: '>=24' },
    devEngines: { runtime: { name: 'node', version: '>=24', onFail: 'error' } },
    peerDependencies: { '@kreisweit/plugin-kit': '^0.1.0' },
    devDependencies: { '@kreisweit/plugin-kit': '0.1.0' },
  });
  expect([manifest.dependencies, manifest.overrides]).toEqual([undefined, undefined]);
});

test('its tools are those of the repository', async () => {
  const root = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const place = join(folder, 'tools');
  await createStandalone('tools', { folder: place });
  const { devDependencies } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  delete devDependencies['@kreisweit/plugin-kit'];
  expect(root.devDependencies).toMatchObject(devDependencies);
});

test('tarballs are for development only, and named by the way to them', async () => {
  const place = join(folder, 'from-tarballs');
  await createStandalone('from-tarballs', { folder: place, kit: tarball, domain: tarball });
  const manifest = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  expect(manifest).toMatchObject({
    peerDependencies: { '@kreisweit/plugin-kit': '^0.1.0' },
    devDependencies: { '@kreisweit/plugin-kit': 'file:../kit.tgz', '@kreisweit/domain': 'file:../kit.tgz' },
  });
  expect([manifest.dependencies, manifest.overrides]).toEqual([undefined, undefined]);
});

test.each([
  [{ kit: 'latest' }, '--kit "latest" is no version and no tarball: write one such as 0.1.0'],
  [{ kit: '/nowhere/kit.tgz' }, '--kit: there is no such file: /nowhere/kit.tgz'],
  [{ kit: tarball }, 'which needs one of @kreisweit/domain beside it: write --domain <tarball> too'],
])('%j is refused', async (options, message) => {
  const place = join(folder, 'refused');
  await expect(createStandalone('a', { folder: place, ...options })).rejects.toThrow(message);
  expect(readdirSync(folder)).not.toContain('refused');
});

test('a folder in which something stands is left alone', async () => {
  const place = join(folder, 'full');
  mkdirSync(place);
  mkdirSync(join(place, '.git'));
  await createStandalone('a', { folder: place });
  await expect(createStandalone('a', { folder: place })).rejects.toThrow(
    `${place} is not empty (.gitignore, README.md, fixtures): name a new folder, or an empty one`,
  );
  await expect(createStandalone('a', { folder: tarball })).rejects.toThrow('kit.tgz is a file');
});

test('the command says what comes next, or what is wrong', async () => {
  const { stdout } = await run(process.execPath, [command, 'care-places', 'care'], { cwd: folder });
  expect(stdout.replaceAll(folder, '.')).toMatchInlineSnapshot(`
    "kreisweit-plugin-care-places is in ./care. Next:

      cd care
      npm install
      npm test
      npm run build

    README.md says what to write where, and how Kreisweit gets to know the plug-in.
    "
  `);
  const refused = await run(process.execPath, [command, 'Care'], { cwd: folder }).catch((error) => error);
  expect([refused.code, refused.stderr]).toEqual([
    1,
    'create-plugin: "Care" is no id of a plug-in: write small letters and digits, with hyphens between words, such as waiting-times\n',
  ]);
  expect((await run(process.execPath, [command, '--help'])).stdout).toContain(
    'npm create @kreisweit/plugin <id>',
  );
});

test('the command says which Node it needs, where this one is older', async () => {
  const older = `Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })`;
  const words = ['--import', `data:text/javascript,${encodeURIComponent(older)}`, command, '--help'];
  const refused = await run(process.execPath, words).catch((error) => error);
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toBe('create-plugin: this is Node 20.20.2; Kreisweit needs Node 24 or newer\n');
});
