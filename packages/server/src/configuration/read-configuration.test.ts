import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { defaultLimits } from '../limits/limits.ts';
import { defaultRetention } from '../retention/read-retention.ts';
import { ConfigurationProblems, readConfiguration } from './read-configuration.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-configuration-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'kreisweit.config.json');

function read(text: string) {
  writeFileSync(file, text);
  return readConfiguration({ kind: 'named', file });
}

function problemsOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ConfigurationProblems) return error.message.replaceAll(`${folder}/`, '');
    throw error;
  }
  return 'none';
}

test('names packages, and knows where', () => {
  expect(read('\uFEFF{\n  "plugins": ["kreisweit-plugin-waiting-times", "@kreis/places"]\n}')).toMatchObject({
    file,
    plugins: [
      { name: 'kreisweit-plugin-waiting-times', place: { line: 2, column: 15 } },
      { name: '@kreis/places', place: { line: 2, column: 49 } },
    ],
  });
  expect(read('{}').plugins).toEqual([]);
});

test('is the first of the usual files that there is, or none', () => {
  writeFileSync(file, '{ "plugins": ["a"] }');
  const nowhere = join(folder, 'nowhere.json');
  expect(readConfiguration({ kind: 'usual', files: [nowhere, file] })).toMatchObject({ file });
  expect(readConfiguration({ kind: 'usual', files: [nowhere] })).toEqual({
    file: null,
    plugins: [],
    access: { issuers: [] },
    limits: defaultLimits,
    retention: defaultRetention,
  });
});

test('a file that was named must be there', () => {
  const choice = { kind: 'named', file: '/nowhere/kreisweit.config.json' } as const;
  expect(() => readConfiguration(choice)).toThrow(
    '/nowhere/kreisweit.config.json: there is no such file: write one such as { "plugins": ["kreisweit-plugin-waiting-times"] }, or leave KREISWEIT_CONFIG out',
  );
  expect(() => readConfiguration({ kind: 'named', file: folder })).toThrow('cannot be read (EISDIR)');
});

test('all that is wrong comes at once, with its place', () => {
  expect(
    problemsOf(`{
  "plugin": [],
  "port": 4000,
  "plugins": ["./here", 7,
    "kreisweit-plugin-a", "kreisweit-plugin-a"]
}`),
  ).toMatchInlineSnapshot(`
    "configuration: 5 problems
      kreisweit.config.json:2:13 plugin: there is no such field: write "plugins"
      kreisweit.config.json:3:11 port: there is no such field: remove it
      kreisweit.config.json:4:15 plugins[0]: "./here" is no name of a package: write one such as "kreisweit-plugin-waiting-times"
      kreisweit.config.json:4:25 plugins[1]: 7 is no name of a package: write one such as "kreisweit-plugin-waiting-times"
      kreisweit.config.json:5:27 plugins[3]: "kreisweit-plugin-a" is named before: write it once"
  `);
  expect(problemsOf('{ "plugins": "a" }')).toContain(
    'kreisweit.config.json:1:14 plugins: is no list: write the names of packages',
  );
  expect(problemsOf('[]')).toContain('kreisweit.config.json:1:1: is no object: write { "plugins"');
});

test('what is wrong in any section comes with the rest, and what is missing with the place that it is missing in', () => {
  expect(
    problemsOf(`{
  "plugins": ["./here"],
  "acces": {},
  "access": {
    "issuers": [
      { "issuer": "http://login.example", "audiance": "kreisweit",
        "rules": [{ "claim": "groups", "value": "team-{teritory}", "role": "COORDINATOR" }] }
    ]
  },
  "limits": { "http": { "trustProxy": true, "bodyByte": 1 } },
  "retention": { "auditMonths": 0 }
}`),
  ).toMatchInlineSnapshot(`
    "configuration: 10 problems
      kreisweit.config.json:3:12 acces: there is no such field: write "access"
      kreisweit.config.json:2:15 plugins[0]: "./here" is no name of a package: write one such as "kreisweit-plugin-waiting-times"
      kreisweit.config.json:6:55 access.issuers[0].audiance: there is no such field: write "audience"
      kreisweit.config.json:6:19 access.issuers[0].issuer: "http://login.example" is not protected on its way: write an address with https (http is for the own machine only)
      kreisweit.config.json:6:7 access.issuers[0].audience: is missing: write for whom access tokens are made that are meant for this server, such as "kreisweit"
      kreisweit.config.json:7:49 access.issuers[0].rules[0].value: there is no placeholder {teritory}: write {territory}
      kreisweit.config.json:7:76 access.issuers[0].rules[0].role: "COORDINATOR" is no role: write one of PUBLIC_READER, DATA_PARTNER, MUNICIPALITY_EDITOR, ASSOCIATION_EDITOR, ACTOR_REPRESENTATIVE, DISTRICT_COORDINATOR, CALENDAR_READER, ANALYST, ADMINISTRATOR
      kreisweit.config.json:10:57 limits.http.bodyByte: there is no such field: write "bodyBytes"
      kreisweit.config.json:10:39 limits.http.trustProxy: true would believe everybody: write false, the number of proxies in front of it (1 to 5), or their addresses, as in ["10.0.0.1", "192.168.0.0/16"]
      kreisweit.config.json:11:33 retention.auditMonths: 0 is no number of months: write a whole number from 1 to 1200, such as 60"
  `);
});

test('broken JSON is told with line and column', () => {
  expect(problemsOf('{\n  "plugins": ["a",]\n}')).toBe(
    'configuration: 1 problem\n  kreisweit.config.json:2:19: is no JSON: expected a value, found ]',
  );
});
