import { describe, expect, test } from 'vitest';
import { EnvironmentProblems, readEnvironment } from './environment.ts';

const folders = { root: '/kreisweit', current: '/home/ada' };
const read = (variables: Record<string, string>) => readEnvironment(variables, folders);

function problemsOf(variables: Record<string, string>): string {
  try {
    read(variables);
  } catch (error) {
    if (error instanceof EnvironmentProblems) return error.message;
    throw error;
  }
  return 'none';
}

test('without variables everything has a default', () => {
  expect(read({})).toMatchInlineSnapshot(`
    {
      "configuration": {
        "files": [
          "/home/ada/kreisweit.config.json",
          "/kreisweit/kreisweit.config.json",
        ],
        "kind": "usual",
      },
      "database": {
        "folder": "/kreisweit/.kreisweit",
        "kind": "folder",
      },
      "demo": true,
      "host": "localhost",
      "logLevel": "info",
      "origins": [],
      "port": 4000,
    }
  `);
});

test('a variable that is set to nothing counts as absent', () => {
  expect(read({ PORT: '', HOST: ' ', DATABASE_URL: '', KREISWEIT_DATA: '', KREISWEIT_DEMO: '' })).toEqual(
    read({}),
  );
});

describe('the database', () => {
  test('a relative folder is relative to the folder of the user', () => {
    expect(read({ KREISWEIT_DATA: 'data' }).database).toEqual({ kind: 'folder', folder: '/home/ada/data' });
    expect(read({ KREISWEIT_DATA: '/data' }).database).toEqual({ kind: 'folder', folder: '/data' });
  });

  test('may be in memory', () => {
    expect(read({ KREISWEIT_DATA: 'memory' }).database).toEqual({ kind: 'memory' });
  });

  test('is a server where DATABASE_URL names one, with a second way to it where one is named', () => {
    const pooled = 'postgres://ada:secret@pooler:6432/kreisweit';
    const direct = 'postgresql://ada:secret@db/kreisweit';
    expect(read({ DATABASE_URL: pooled }).database).toEqual({
      kind: 'server',
      url: pooled,
      directUrl: pooled,
    });
    expect(read({ DATABASE_URL: pooled, DATABASE_DIRECT_URL: direct }).database).toEqual({
      kind: 'server',
      url: pooled,
      directUrl: direct,
    });
  });
});

test('the demo can be switched off', () => {
  expect(read({ KREISWEIT_DEMO: 'off' }).demo).toBe(false);
});

test('the file that names plug-ins of others can be anywhere', () => {
  expect(read({ KREISWEIT_CONFIG: 'partners.json' }).configuration).toEqual({
    kind: 'named',
    file: '/home/ada/partners.json',
  });
  expect(readEnvironment({}, { root: '/kreisweit', current: '/kreisweit' }).configuration).toEqual({
    kind: 'usual',
    files: ['/kreisweit/kreisweit.config.json'],
  });
});

test('web sites that may read are listed', () => {
  expect(read({ KREISWEIT_ORIGINS: 'https://a.example, https://b.example:8443' }).origins).toEqual([
    'https://a.example',
    'https://b.example:8443',
  ]);
  expect(read({ KREISWEIT_ORIGINS: '*' }).origins).toEqual(['*']);
});

describe('problems', () => {
  test('come all at once, each with what to write', () => {
    expect(
      problemsOf({
        PORT: '70000',
        DATABASE_URL: 'mysql://root:secret@localhost/kreisweit',
        DATABASE_DIRECT_URL: 'db:5432',
        KREISWEIT_DEMO: 'no',
        KREISWEIT_LOG: 'verbose',
        KREISWEIT_ORIGINS: 'a.example,https://b.example/path',
        KREISWEIT_DATEN: './data',
      }),
    ).toMatchInlineSnapshot(`
      "environment: 8 problems
        KREISWEIT_DATEN: Kreisweit knows no such variable; write KREISWEIT_DATA
        PORT: "70000" is no port; write a whole number from 0 to 65535, for example 4000
        DATABASE_URL: no address of a PostgreSQL; write postgres://user:password@host:5432/database
        DATABASE_DIRECT_URL: no address of a PostgreSQL; write postgres://user:password@host:5432/database
        KREISWEIT_DEMO: "no" is not understood; write off (no demo data), or leave the variable out
        KREISWEIT_ORIGINS: "a.example" is no web site; write https://name.example without a path
        KREISWEIT_ORIGINS: "https://b.example/path" is no web site; write https://name.example without a path
        KREISWEIT_LOG: "verbose" is no level of the log; write one of error, warn, info, debug"
    `);
  });

  test('never show a password', () => {
    expect(problemsOf({ DATABASE_URL: 'http://ada:secret@db' })).not.toContain('secret');
  });

  test.each(['x', '-1', '4000.5', '65536', '1e3', '0x10'])('PORT=%s is refused', (PORT) => {
    expect(problemsOf({ PORT })).toContain('PORT: ');
  });

  test('a direct way without DATABASE_URL is one', () => {
    expect(problemsOf({ DATABASE_DIRECT_URL: 'postgres://db/kreisweit' })).toMatchInlineSnapshot(`
      "environment: 1 problem
        DATABASE_DIRECT_URL: it needs DATABASE_URL beside it; write both, or only DATABASE_URL"
    `);
  });

  test('a name that is nothing like a known one is one', () => {
    expect(problemsOf({ KREISWEIT_FAVOURITE_COLOUR: 'blue' })).toMatchInlineSnapshot(`
      "environment: 1 problem
        KREISWEIT_FAVOURITE_COLOUR: Kreisweit knows no such variable; remove it"
    `);
  });

  test('a level of the log that is misspelt is guessed', () => {
    expect(problemsOf({ KREISWEIT_LOG: 'debgu' })).toMatchInlineSnapshot(`
      "environment: 1 problem
        KREISWEIT_LOG: "debgu" is no level of the log; write debug"
    `);
  });
});
