import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Who may import whom inside the repository. Everything points to the domain; the server is the only place that knows
 * all parts.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  '@kreisweit/domain': [],
  '@kreisweit/plugin-kit': ['@kreisweit/domain'],
  '@kreisweit/create-plugin': [],
  '@kreisweit/publishing': [],
  '@kreisweit/store': ['@kreisweit/domain'],
  '@kreisweit/graphql': ['@kreisweit/domain', '@kreisweit/store'],
  '@kreisweit/server': [
    '@kreisweit/domain',
    '@kreisweit/plugin-kit',
    '@kreisweit/store',
    '@kreisweit/graphql',
    '@kreisweit/plugin-*',
  ],
  '@kreisweit/plugin-*': ['@kreisweit/plugin-kit'],
};

/** What a part must not know, beside the other parts. */
const forbidden: Readonly<Record<string, readonly RegExp[]>> = {
  '@kreisweit/domain': [/./],
  '@kreisweit/graphql': [/^pg$/, /^@apollo\//, /^fastify$/],
  '@kreisweit/store': [/^graphql$/, /^@apollo\//, /^@pothos\//, /^fastify$/],
  '@kreisweit/plugin-kit': [/^pg$/, /^kysely$/, /^graphql$/],
  '@kreisweit/create-plugin': [/./],
  '@kreisweit/publishing': [/./],
  '@kreisweit/plugin-*': [/./],
};

type Workspace = {
  readonly folder: string;
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
};

const { workspaces: patterns } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const workspaces: readonly Workspace[] = globSync(patterns, { cwd: root }).map((path) => {
  const folder = join(root, path);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return {
    folder,
    name: manifest.name,
    dependencies: Object.keys(manifest.dependencies ?? {}),
    devDependencies: Object.keys(manifest.devDependencies ?? {}),
  };
});

/** The sources of a workspace: not those of another one inside it, and nothing that was installed or built. */
function sources(folder: string): readonly string[] {
  const inside = workspaces.map((other) => other.folder).filter((other) => other.startsWith(`${folder}/`));
  const others = [...inside, join(folder, 'node_modules'), join(folder, 'dist')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !others.some((other) => file.startsWith(`${other}/`)));
}

const isTest = (file: string): boolean =>
  /\.(test|test-d|soak)\.ts$|\/(testing|tests|bench|fuzz|attack)\/|vitest(\.\w+)?\.config\.ts$/.test(file);

/** The packages that a file names in its imports, without the paths inside them. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(
      /^(?:import|export)\b[^'"`;=]*?\bfrom '([^'.\n][^'\n]*)';$|\bimport(?: |\()'([^'.\n][^'\n]*)'/gm,
    ),
  ]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((name) => !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

function kindOf(name: string): string {
  return name.startsWith('@kreisweit/plugin-') && name !== '@kreisweit/plugin-kit'
    ? '@kreisweit/plugin-*'
    : name;
}

describe.each(workspaces)('$name', ({ folder, name, dependencies, devDependencies }) => {
  const files = sources(folder);

  test('imports only the parts below it', () => {
    const wrong = files
      .filter((file) => !isTest(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((imported) => imported.startsWith('@kreisweit/') && imported !== name)
          .filter((imported) => !allowed[kindOf(name)]?.includes(kindOf(imported)))
          .map((imported) => `${relative(root, file)} imports ${imported}`),
      );
    expect(wrong).toEqual([]);
  });

  test('does not know what is none of its business', () => {
    const wrong = files
      .filter((file) => !isTest(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((imported) => !imported.startsWith('@kreisweit/'))
          .filter((imported) => forbidden[kindOf(name)]?.some((pattern) => pattern.test(imported)))
          .map((imported) => `${relative(root, file)} imports ${imported}`),
      );
    expect(wrong).toEqual([]);
  });

  test('declares what it imports', () => {
    const ofTests = [...dependencies, ...devDependencies, 'vitest', 'fast-check'];
    // Packages of nothing but types: what is imported from them is gone at run time.
    const ofTypes = devDependencies.flatMap((dependency) => dependency.match(/^@types\/(.+)/)?.[1] ?? []);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => imported !== name)
        .filter((imported) => ![...ofTypes, ...(isTest(file) ? ofTests : dependencies)].includes(imported))
        .map((imported) => `${relative(root, file)} imports ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  test('has one index.ts, which only re-exports', () => {
    const index = readFileSync(join(folder, 'src/index.ts'), 'utf8');
    const statements = index
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .split(';')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== '');
    expect(statements.filter((statement) => !/^export (type )?\{[^}]*\} from '/.test(statement))).toEqual([]);
  });
});

test('the domain does no input or output', () => {
  const files = sources(join(root, 'packages/domain/src')).filter((file) => !isTest(file));
  const wrong = files.filter((file) =>
    /from 'node:|process\.|console\.|fetch\(/.test(readFileSync(file, 'utf8')),
  );
  expect(wrong.map((file) => relative(root, file))).toEqual([]);
});

test('folders and files say what they hold', () => {
  const vague = /(^|\/)(lib|utils?|common|helpers?|shared|misc)(\/|\.ts$)/;
  const wrong = workspaces.flatMap(({ folder }) => sources(folder).map((file) => relative(root, file)));
  expect(wrong.filter((file) => vague.test(file))).toEqual([]);
});
