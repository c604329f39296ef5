import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkspace } from './create-workspace.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const LIST = 'packages/server/src/plugins.ts';
const MANIFEST = 'packages/server/package.json';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kreisweit-repository-'));
  for (const file of [LIST, MANIFEST]) cpSync(join(repository, file), join(root, file));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const create = (id?: string) => createWorkspace(id, { root });

test('a plug-in looks like those that are there, and the server knows it', async () => {
  const before = { list: read(LIST), manifest: JSON.parse(read(MANIFEST)) };
  expect(await create('waiting-times')).toEqual({
    folder: 'plugins/waiting-times',
    packageName: '@kreisweit/plugin-waiting-times',
  });
  expect(readdirSync(join(root, 'plugins/waiting-times'), { recursive: true }).sort()).toMatchInlineSnapshot(`
    [
      "README.md",
      "fixtures",
      "fixtures/invented-figures.csv",
      "package.json",
      "src",
      "src/index.ts",
      "src/waiting-times-plugin.test.ts",
      "src/waiting-times-plugin.ts",
      "tsconfig.json",
      "vitest.config.ts",
    ]
  `);
  const added = read(LIST)
    .split(/[\s,[\]]+/)
    .filter((word) => word.includes('aiting'));
  expect(added).toEqual(['waitingTimesPlugin', "'@kreisweit/plugin-waiting-times';", 'waitingTimesPlugin']);
  expect(JSON.parse(read(MANIFEST))).toEqual({
    ...before.manifest,
    dependencies: { ...before.manifest.dependencies, '@kreisweit/plugin-waiting-times': '0.1.0' },
  });
  expect(read('plugins/waiting-times/src/index.ts')).toBe(
    "export { waitingTimesPlugin } from './waiting-times-plugin.ts';\n",
  );
  expect(read('plugins/waiting-times/src/waiting-times-plugin.ts')).toContain("id: 'waiting-times',");
});

test('nothing of the names of the template is left', async () => {
  await create('waiting-times');
  const files = readdirSync(join(root, 'plugins/waiting-times'), { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile())) {
    expect(readFileSync(join(file.parentPath, file.name), 'utf8')).not.toMatch(/my-?figures|template/i);
  }
});

test('lines that are there already stay as they are', async () => {
  await create('waiting-times');
  const after = { list: read(LIST), manifest: read(MANIFEST) };
  rmSync(join(root, 'plugins/waiting-times'), { recursive: true });
  await create('waiting-times');
  expect({ list: read(LIST), manifest: read(MANIFEST) }).toEqual(after);
});

test.each([
  [undefined, 'the id of the plug-in is missing: write one such as waiting-times'],
  ['Waiting', '"Waiting" is no id of a plug-in: write small letters and digits'],
  ['waiting_times', 'is no id of a plug-in'],
  ['-times', 'is no id of a plug-in'],
  ['../times', 'is no id of a plug-in'],
  ['kit', '@kreisweit/plugin-kit is a part of Kreisweit: choose another id'],
  ['population', 'plugins/population is there already: choose another id, or remove the folder first'],
])('the id %s is refused', async (id, message) => {
  mkdirSync(join(root, 'plugins/population'), { recursive: true });
  const before = [read(LIST), read(MANIFEST)];
  await expect(create(id)).rejects.toThrow(message);
  expect([read(LIST), read(MANIFEST)]).toEqual(before);
  expect(readdirSync(join(root, 'plugins'))).toEqual(['population']);
});
