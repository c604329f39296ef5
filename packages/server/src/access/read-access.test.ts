import { expect, test } from 'vitest';
import { readAccess } from './read-access.ts';

function problemsOf(value: unknown): readonly string[] {
  const problems: string[] = [];
  readAccess(value, (path, message) => problems.push(`${path.join('.')}: ${message}`));
  return problems;
}

const rule = { claim: 'groups', value: 'staff', role: 'ADMINISTRATOR' };
const issuer = { issuer: 'https://login.example/realms/kreis', audience: 'kreisweit', rules: [rule] };
const withIssuer = (changes: object) => problemsOf({ issuers: [{ ...issuer, ...changes }] });
const withRule = (changes: object) => withIssuer({ rules: [{ ...rule, ...changes }] });

test('names whose tokens are taken; nobody by default', () => {
  const refuse = () => expect.fail();
  expect(readAccess(undefined, refuse)).toEqual({ issuers: [] });
  expect(readAccess({ issuers: [issuer] }, refuse)).toMatchObject({
    issuers: [{ ...issuer, clockSkewSeconds: 30, rules: [{ claim: 'groups', value: { text: 'staff' } }] }],
  });
});

test('an issuer is protected on its way, and its tokens are for this server', () => {
  for (const one of [
    'http://localhost:8080',
    'http://127.0.0.1:1',
    'http://[::1]:1',
    'https://a.example/b/',
  ]) {
    expect(withIssuer({ issuer: one })).toEqual([]);
  }
  const refused = [
    'login.example',
    'http://login.example',
    'http://127.0.0.1.login.example',
    'http://localhost.login.example',
    'ftp://localhost',
    'https://me:secret@login.example',
    'https://login.example?realm=kreis',
    'https://login.example#',
    'https://login.example ',
    7,
  ];
  expect(refused.flatMap((one) => withIssuer({ issuer: one }))).toMatchInlineSnapshot(`
    [
      "issuers.0.issuer: "login.example" is no address: write one such as "https://login.example/realms/kreis"",
      "issuers.0.issuer: "http://login.example" is not protected on its way: write an address with https (http is for the own machine only)",
      "issuers.0.issuer: "http://127.0.0.1.login.example" is not protected on its way: write an address with https (http is for the own machine only)",
      "issuers.0.issuer: "http://localhost.login.example" is not protected on its way: write an address with https (http is for the own machine only)",
      "issuers.0.issuer: "ftp://localhost" is not protected on its way: write an address with https (http is for the own machine only)",
      "issuers.0.issuer: holds a name or a password: leave it out",
      "issuers.0.issuer: "https://login.example?realm=kreis" has a query: write it without",
      "issuers.0.issuer: "https://login.example#" has a query: write it without",
      "issuers.0.issuer: "https://login.example " cannot be used: write the identifier of an OpenID provider, such as "https://login.example/realms/kreis"",
      "issuers.0.issuer: 7 cannot be used: write the identifier of an OpenID provider, such as "https://login.example/realms/kreis"",
    ]
  `);
  expect(withIssuer({ audience: undefined })).toMatchInlineSnapshot(`
    [
      "issuers.0.audience: is missing: write for whom access tokens are made that are meant for this server, such as "kreisweit"",
    ]
  `);
  expect(withIssuer({ audience: '' })).toHaveLength(1);
  expect(withIssuer({ clockSkewSeconds: 301 })).toMatchInlineSnapshot(`
    [
      "issuers.0.clockSkewSeconds: 301 cannot be used: write whole seconds from 0 to 300",
    ]
  `);
  expect([0, 300].flatMap((clockSkewSeconds) => withIssuer({ clockSkewSeconds }))).toEqual([]);
  expect([-1, 1.5, '30', null].flatMap((clockSkewSeconds) => withIssuer({ clockSkewSeconds }))).toHaveLength(
    4,
  );
});

test('a rule gives a role that can be held for what it names', () => {
  const changes = [
    { role: 'ADMIN' },
    { role: 'DISTRICT_COORDINATER', territory: '03153' },
    { role: 'DISTRICT_COORDINATOR' },
    { role: 'DISTRICT_COORDINATOR', territory: '03' },
    { territory: '03153' },
    { role: 'DATA_PARTNER', pluggin: 'work' },
    { role: 'ANALYST', territory: 3153 },
    { claim: '' },
    { value: 7 },
  ];
  expect(changes.flatMap(withRule)).toMatchInlineSnapshot(`
    [
      "issuers.0.rules.0.role: "ADMIN" is no role: write one of PUBLIC_READER, DATA_PARTNER, MUNICIPALITY_EDITOR, ASSOCIATION_EDITOR, ACTOR_REPRESENTATIVE, DISTRICT_COORDINATOR, CALENDAR_READER, ANALYST, ADMINISTRATOR",
      "issuers.0.rules.0.role: "DISTRICT_COORDINATER" is no role: write "DISTRICT_COORDINATOR"",
      "issuers.0.rules.0.territory: the role DISTRICT_COORDINATOR is held for one territory: name it",
      "issuers.0.rules.0.territory: "03" has the kind state, and the role DISTRICT_COORDINATOR is held for a district",
      "issuers.0.rules.0.territory: the role ADMINISTRATOR is not held for one territory: leave it out",
      "issuers.0.rules.0.pluggin: there is no such field: write "plugin"",
      "issuers.0.rules.0.plugin: the role DATA_PARTNER is held for one plugin: name it",
      "issuers.0.rules.0.territory: 3153 is no text: write "{territory}", or what the role is held for",
      "issuers.0.rules.0.claim: "" cannot be used: write the name of a claim, such as "groups"",
      "issuers.0.rules.0.value: 7 cannot be used: write the text that the claim has, such as "kreisweit-coordinator-{territory}"",
    ]
  `);
  expect(withRule({ role: 'DATA_PARTNER', plugin: 'work', territory: '03153' })).toEqual([]);
});

test('a placeholder is matched where it is used, and used where it is matched', () => {
  const changes = [
    // Without the territory it would be held for the whole country.
    { role: 'ANALYST', value: 'analyst-{territory}' },
    { role: 'ANALYST', value: 'analyst-{territory}', territory: '03153' },
    { role: 'ANALYST', value: 'analyst', territory: '{territory}' },
    { role: 'ANALYST', value: 'analyst-{territory}', territory: '{plugin}' },
    { role: 'ANALYST', value: 'analyst', territory: '03{territory}' },
    { value: 'administrator-{territory}', territory: '{territory}' },
    { role: 'DISTRICT_COORDINATOR', value: 'coordinator' },
  ];
  expect(changes.flatMap(withRule)).toMatchInlineSnapshot(`
    [
      "issuers.0.rules.0.territory: is missing: write "{territory}", since "value" has it",
      "issuers.0.rules.0.territory: "value" has {territory}: write "{territory}", not "03153"",
      "issuers.0.rules.0.territory: "value" has no {territory} that it could stand for: write it there",
      "issuers.0.rules.0.territory: "value" has {territory}: write "{territory}", not "{plugin}"",
      "issuers.0.rules.0.territory: "03{territory}" is neither a literal nor "{territory}"",
      "issuers.0.rules.0.territory: the role ADMINISTRATOR is not held for one territory: leave it out",
      "issuers.0.rules.0.territory: the role DISTRICT_COORDINATOR is held for one territory: name it",
    ]
  `);
  const coordinator = { role: 'DISTRICT_COORDINATOR', value: 'c-{territory}', territory: '{territory}' };
  expect(withRule(coordinator)).toEqual([]);
});

test('what is no list, no object or stands twice', () => {
  const values = [
    [],
    null,
    {},
    { issuer: [issuer] },
    { issuers: [] },
    { issuers: {} },
    { issuers: ['https://login.example'] },
    { issuers: [issuer, issuer] },
  ];
  expect(values.flatMap(problemsOf)).toMatchInlineSnapshot(`
    [
      ": is no object: write { "issuers": [...] }, or leave it out",
      ": is no object: write { "issuers": [...] }, or leave it out",
      "issuers: is missing: write [{ ... }]",
      "issuer: there is no such field: write "issuers"",
      "issuers: is missing: write [{ ... }]",
      "issuers: is empty: write [{ ... }]",
      "issuers: is no list: write [{ ... }]",
      "issuers.0: "https://login.example" is no object: write { ... }",
      "issuers.1.issuer: "https://login.example/realms/kreis" stands above: write it once, with all of its rules",
    ]
  `);
  expect([{ rules: undefined }, { rules: [] }, { rules: [null] }].flatMap(withIssuer)).toMatchInlineSnapshot(`
    [
      "issuers.0.rules: is missing: write [{ ... }]",
      "issuers.0.rules: is empty: write [{ ... }]",
      "issuers.0.rules.0: null is no object: write { ... }",
    ]
  `);
});
