import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, createSchema } from '@kreisweit/graphql';
import { type IndicatorPlugin, openInput, registerPlugins } from '@kreisweit/plugin-kit';
import { type Store, storeOn, syncCatalogue } from '@kreisweit/store';
import { engines } from '@kreisweit/store/testing';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInCatalogue, builtInPlugins } from './plugins.ts';
import { prepareStore } from './serve/prepare-store.ts';
import { officialFile } from './testing/official-file.ts';
import { commandLines, unknownCommands } from './testing/unknown-commands.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The code blocks of a language in the README, in their order. */
function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1] ?? '',
  );
}

describe.each(engines)('what the README shows, on $name', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeOn(await open());
    await syncCatalogue(store, builtInCatalogue());
    await prepareStore(store, { demo: true });
  });
  afterAll(() => store.close());

  test('its first query has the answer that it prints, on the demo data', async () => {
    const answer = await graphql({
      schema: createSchema(),
      source: blocks('graphql')[0] ?? '',
      contextValue: createContext({ db: store.db }),
    });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(JSON.parse(blocks('json')[0] ?? ''));
  });

  test('its other queries are answered too', async () => {
    for (const source of blocks('graphql').slice(1)) {
      const { errors } = await graphql({
        schema: createSchema(),
        source,
        contextValue: createContext({ db: store.db }),
      });
      expect(errors).toBeUndefined();
    }
  });
});

test('the plug-in in the README registers beside the built-in ones and reads its official table', async () => {
  const file = join(root, 'packages/server/.turbo/readme-plugin.ts');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, blocks('ts')[0] ?? '');
  const { naturalisationPlugin } = (await import(file)) as { naturalisationPlugin: IndicatorPlugin };
  expect(registerPlugins([...builtInPlugins, naturalisationPlugin]).problems).toEqual([]);

  const opened = await openInput(
    naturalisationPlugin,
    officialFile('observations/districts/12511-01-01-4.csv'),
  );
  const goslar: unknown[] = [];
  for await (const batch of opened.batches()) {
    for (const { territory, period, cell } of batch) {
      if (territory === '03153') goslar.push([period, cell.value]);
    }
  }
  expect(goslar[0]).toEqual(['2016', 128]);
  expect(goslar).toHaveLength(6);
});

test('the files and folders that the README names are there', () => {
  const links = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map((match) => match[1] ?? '');
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect(() => readFileSync(join(root, link))).not.toThrow(/ENOENT/);
  for (const [, path = ''] of readme.matchAll(/\.\.\/shared\/data\/(\S+\.(?:xlsx|txt|csv(?:\.gz)?))/g))
    officialFile(path);
});

test('the commands that the README names exist, with their options', () => {
  const lines = commandLines(readme);
  expect(lines.length).toBeGreaterThan(20);
  expect(unknownCommands(lines)).toEqual([]);
});
