import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GraphQLNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { createSchema, printSchema } from '../src/index.ts';

const sources = fileURLToPath(new URL('../src/', import.meta.url));

test('the committed schema is the one that is built', async () => {
  await expect(printSchema()).toMatchFileSnapshot('../../../schema/schema.graphql');
});

test('everything in the schema says what it is', () => {
  const types = Object.values(createSchema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const silent = types.filter(({ name }) => !builtIn.has(name)).flatMap(undescribed);
  expect(silent).toEqual([]);
});

test('the sources import no driver, no server and no plug-in', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const imported = files.flatMap((file) =>
    [...readFileSync(join(sources, file), 'utf8').matchAll(/(?:from|import) '([^.'][^']*)'/g)].map(
      (match) => match[1],
    ),
  );
  expect([...new Set(imported)].sort()).toMatchInlineSnapshot(`
    [
      "@kreisweit/domain",
      "@kreisweit/store",
      "@pothos/core",
      "@pothos/plugin-dataloader",
      "@pothos/plugin-errors",
      "@pothos/plugin-relay",
      "@pothos/plugin-scope-auth",
      "dataloader",
      "fast-check",
      "graphql",
      "node:crypto",
      "vitest",
    ]
  `);
});

const builtIn = new Set(['Boolean', 'Float', 'ID', 'Int', 'String']);

/** The places in a type that have no description. */
function undescribed(type: GraphQLNamedType): readonly string[] {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const parts = [
    { name: type.name, description: type.description },
    ...fields.map((field) => ({ name: `${type.name}.${field.name}`, description: field.description })),
    ...fields.flatMap((field) =>
      field.args.map(({ name, description }) => ({
        name: `${type.name}.${field.name}(${name}:)`,
        description,
      })),
    ),
    ...(isEnumType(type) ? type.getValues() : []).map(({ name, description }) => ({
      name: `${type.name}.${name}`,
      description,
    })),
    ...(isInputObjectType(type) ? Object.values(type.getFields()) : []).map(({ name, description }) => ({
      name: `${type.name}.${name}`,
      description,
    })),
  ];
  return parts.filter(({ description }) => !description).map(({ name }) => name);
}
