import { grantOf } from '@kreisweit/domain';
import { expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { grantsOfClaims } from './grants-of-claims.ts';
import { readAccess } from './read-access.ts';

const lines: string[] = [];
const log = createLog('debug', (line) => lines.push(line));

/** What claims give by rules as they stand in the configuration. */
function grants(claims: Readonly<Record<string, unknown>>, ...rules: readonly object[]) {
  const issuers = [{ issuer: 'https://login.example', audience: 'kreisweit', rules }];
  const access = readAccess({ issuers }, (path, message) => expect.fail(`${path.join('.')}: ${message}`));
  return access.issuers.flatMap((issuer) => grantsOfClaims(claims, issuer.rules, log));
}

const editor = (claim: string) => ({
  claim,
  value: 'editor/{territory}',
  role: 'MUNICIPALITY_EDITOR',
  territory: '{territory}',
});
const partner = {
  claim: 'groups',
  value: 'partner/{plugin}/{territory}',
  role: 'DATA_PARTNER',
  plugin: '{plugin}',
  territory: '{territory}',
};
const analyst = { claim: 'department', value: 'statistics', role: 'ANALYST', territory: '03153' };

test('each text of a claim gives what the rules say, once', () => {
  const groups = ['partner/work/03153', 'partner/work/03153', 'partner/school/03153', 'else', 7, null];
  expect(grants({ groups, department: 'statistics' }, partner, analyst)).toEqual([
    grantOf('DATA_PARTNER', { plugin: 'work', territory: '03153' }),
    grantOf('DATA_PARTNER', { plugin: 'school', territory: '03153' }),
    grantOf('ANALYST', { territory: '03153' }),
  ]);
  expect(grants({ groups: { partner: 'partner/work/03153' }, department: null }, partner, analyst)).toEqual(
    [],
  );
});

test('a claim is found by its name or inside others, and nowhere else', () => {
  const found = [grantOf('MUNICIPALITY_EDITOR', { territory: '03153017' })];
  const roles = ['editor/03153017'];
  expect(grants({ realm_access: { roles } }, editor('realm_access.roles'))).toEqual(found);
  expect(grants({ 'https://kreis.example/roles': roles }, editor('https://kreis.example/roles'))).toEqual(
    found,
  );
  expect(grants({ roles }, editor('realm_access.roles'), editor('constructor.name'))).toEqual([]);
  expect(grants({ realm_access: 'roles' }, editor('realm_access.length'))).toEqual([]);
});

test('a municipality may be named by its key of 12 digits', () => {
  expect(grants({ groups: 'editor/031535402017' }, editor('groups'))).toEqual([
    grantOf('MUNICIPALITY_EDITOR', { territory: '03153017' }),
  ]);
});

test('what is no sound grant is left out and told to whoever reads the log', () => {
  lines.length = 0;
  const groups = ['editor/03', 'editor/nowhere', 'editor/03153017'];
  expect(grants({ groups }, editor('groups'))).toEqual([
    grantOf('MUNICIPALITY_EDITOR', { territory: '03153017' }),
  ]);
  expect(lines.map((line) => line.slice(line.indexOf('debug')))).toMatchInlineSnapshot(`
    [
      "debug a claim gives no role claim="groups" value="editor/{territory}" reason="\\"03\\" has the kind state, and the role MUNICIPALITY_EDITOR is held for a municipality"
    ",
      "debug a claim gives no role claim="groups" value="editor/{territory}" reason="\\"nowhere\\" is no key of a territory: write digits like 12070"
    ",
    ]
  `);
});
