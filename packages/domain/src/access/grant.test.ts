import { expect, test } from 'vitest';
import { type Grant, grantOf, grantProblems } from './grant.ts';
import { roles } from './role.ts';

const scopes = {
  nothing: {},
  municipality: { territory: '12070008' },
  association: { territory: '120705001' },
  district: { territory: '12070' },
  state: { territory: '12' },
  country: { territory: 'DG' },
  plugin: { plugin: 'opening' },
  'plugin and district': { plugin: 'opening', territory: '12070' },
  actor: { actor: 'language-school' },
};

test('what each role may be held for is changed in review only', () => {
  const allowed = roles.map((role) => {
    const held = Object.entries(scopes).filter(
      ([, scope]) => grantProblems(grantOf(role, scope)).length === 0,
    );
    return `${role}: ${held.map(([name]) => name).join(', ')}`;
  });
  expect(allowed.join('\n')).toMatchInlineSnapshot(`
    "PUBLIC_READER: nothing
    DATA_PARTNER: plugin, plugin and district
    MUNICIPALITY_EDITOR: municipality
    ASSOCIATION_EDITOR: association
    ACTOR_REPRESENTATIVE: actor
    DISTRICT_COORDINATOR: district
    CALENDAR_READER: district
    ANALYST: nothing, municipality, association, district, state, country, plugin, plugin and district
    ADMINISTRATOR: nothing"
  `);
});

test('says what is wrong with each role for each scope', () => {
  const problems = roles.flatMap((role) =>
    Object.entries(scopes).flatMap(([name, scope]) =>
      grantProblems(grantOf(role, scope)).map(
        ({ field, message }) => `${role} for ${name}: ${field}: ${message}`,
      ),
    ),
  );
  expect(problems.join('\n')).toMatchInlineSnapshot(`
    "PUBLIC_READER for municipality: territory: the role PUBLIC_READER is not held for one territory: leave it out
    PUBLIC_READER for association: territory: the role PUBLIC_READER is not held for one territory: leave it out
    PUBLIC_READER for district: territory: the role PUBLIC_READER is not held for one territory: leave it out
    PUBLIC_READER for state: territory: the role PUBLIC_READER is not held for one territory: leave it out
    PUBLIC_READER for country: territory: the role PUBLIC_READER is not held for one territory: leave it out
    PUBLIC_READER for plugin: plugin: the role PUBLIC_READER is not held for one plugin: leave it out
    PUBLIC_READER for plugin and district: territory: the role PUBLIC_READER is not held for one territory: leave it out
    PUBLIC_READER for plugin and district: plugin: the role PUBLIC_READER is not held for one plugin: leave it out
    PUBLIC_READER for actor: actor: the role PUBLIC_READER is not held for one actor: leave it out
    DATA_PARTNER for nothing: plugin: the role DATA_PARTNER is held for one plugin: name it
    DATA_PARTNER for municipality: plugin: the role DATA_PARTNER is held for one plugin: name it
    DATA_PARTNER for association: plugin: the role DATA_PARTNER is held for one plugin: name it
    DATA_PARTNER for district: plugin: the role DATA_PARTNER is held for one plugin: name it
    DATA_PARTNER for state: plugin: the role DATA_PARTNER is held for one plugin: name it
    DATA_PARTNER for country: plugin: the role DATA_PARTNER is held for one plugin: name it
    DATA_PARTNER for actor: plugin: the role DATA_PARTNER is held for one plugin: name it
    DATA_PARTNER for actor: actor: the role DATA_PARTNER is not held for one actor: leave it out
    MUNICIPALITY_EDITOR for nothing: territory: the role MUNICIPALITY_EDITOR is held for one territory: name it
    MUNICIPALITY_EDITOR for association: territory: "120705001" has the kind association, and the role MUNICIPALITY_EDITOR is held for a municipality
    MUNICIPALITY_EDITOR for district: territory: "12070" has the kind district, and the role MUNICIPALITY_EDITOR is held for a municipality
    MUNICIPALITY_EDITOR for state: territory: "12" has the kind state, and the role MUNICIPALITY_EDITOR is held for a municipality
    MUNICIPALITY_EDITOR for country: territory: "DG" has the kind country, and the role MUNICIPALITY_EDITOR is held for a municipality
    MUNICIPALITY_EDITOR for plugin: territory: the role MUNICIPALITY_EDITOR is held for one territory: name it
    MUNICIPALITY_EDITOR for plugin and district: territory: "12070" has the kind district, and the role MUNICIPALITY_EDITOR is held for a municipality
    MUNICIPALITY_EDITOR for actor: territory: the role MUNICIPALITY_EDITOR is held for one territory: name it
    MUNICIPALITY_EDITOR for actor: actor: the role MUNICIPALITY_EDITOR is not held for one actor: leave it out
    ASSOCIATION_EDITOR for nothing: territory: the role ASSOCIATION_EDITOR is held for one territory: name it
    ASSOCIATION_EDITOR for municipality: territory: "12070008" has the kind municipality, and the role ASSOCIATION_EDITOR is held for a association
    ASSOCIATION_EDITOR for district: territory: "12070" has the kind district, and the role ASSOCIATION_EDITOR is held for a association
    ASSOCIATION_EDITOR for state: territory: "12" has the kind state, and the role ASSOCIATION_EDITOR is held for a association
    ASSOCIATION_EDITOR for country: territory: "DG" has the kind country, and the role ASSOCIATION_EDITOR is held for a association
    ASSOCIATION_EDITOR for plugin: territory: the role ASSOCIATION_EDITOR is held for one territory: name it
    ASSOCIATION_EDITOR for plugin and district: territory: "12070" has the kind district, and the role ASSOCIATION_EDITOR is held for a association
    ASSOCIATION_EDITOR for actor: territory: the role ASSOCIATION_EDITOR is held for one territory: name it
    ASSOCIATION_EDITOR for actor: actor: the role ASSOCIATION_EDITOR is not held for one actor: leave it out
    ACTOR_REPRESENTATIVE for nothing: actor: the role ACTOR_REPRESENTATIVE is held for one actor: name it
    ACTOR_REPRESENTATIVE for municipality: territory: the role ACTOR_REPRESENTATIVE is not held for one territory: leave it out
    ACTOR_REPRESENTATIVE for municipality: actor: the role ACTOR_REPRESENTATIVE is held for one actor: name it
    ACTOR_REPRESENTATIVE for association: territory: the role ACTOR_REPRESENTATIVE is not held for one territory: leave it out
    ACTOR_REPRESENTATIVE for association: actor: the role ACTOR_REPRESENTATIVE is held for one actor: name it
    ACTOR_REPRESENTATIVE for district: territory: the role ACTOR_REPRESENTATIVE is not held for one territory: leave it out
    ACTOR_REPRESENTATIVE for district: actor: the role ACTOR_REPRESENTATIVE is held for one actor: name it
    ACTOR_REPRESENTATIVE for state: territory: the role ACTOR_REPRESENTATIVE is not held for one territory: leave it out
    ACTOR_REPRESENTATIVE for state: actor: the role ACTOR_REPRESENTATIVE is held for one actor: name it
    ACTOR_REPRESENTATIVE for country: territory: the role ACTOR_REPRESENTATIVE is not held for one territory: leave it out
    ACTOR_REPRESENTATIVE for country: actor: the role ACTOR_REPRESENTATIVE is held for one actor: name it
    ACTOR_REPRESENTATIVE for plugin: plugin: the role ACTOR_REPRESENTATIVE is not held for one plugin: leave it out
    ACTOR_REPRESENTATIVE for plugin: actor: the role ACTOR_REPRESENTATIVE is held for one actor: name it
    ACTOR_REPRESENTATIVE for plugin and district: territory: the role ACTOR_REPRESENTATIVE is not held for one territory: leave it out
    ACTOR_REPRESENTATIVE for plugin and district: plugin: the role ACTOR_REPRESENTATIVE is not held for one plugin: leave it out
    ACTOR_REPRESENTATIVE for plugin and district: actor: the role ACTOR_REPRESENTATIVE is held for one actor: name it
    DISTRICT_COORDINATOR for nothing: territory: the role DISTRICT_COORDINATOR is held for one territory: name it
    DISTRICT_COORDINATOR for municipality: territory: "12070008" has the kind municipality, and the role DISTRICT_COORDINATOR is held for a district
    DISTRICT_COORDINATOR for association: territory: "120705001" has the kind association, and the role DISTRICT_COORDINATOR is held for a district
    DISTRICT_COORDINATOR for state: territory: "12" has the kind state, and the role DISTRICT_COORDINATOR is held for a district
    DISTRICT_COORDINATOR for country: territory: "DG" has the kind country, and the role DISTRICT_COORDINATOR is held for a district
    DISTRICT_COORDINATOR for plugin: territory: the role DISTRICT_COORDINATOR is held for one territory: name it
    DISTRICT_COORDINATOR for plugin: plugin: the role DISTRICT_COORDINATOR is not held for one plugin: leave it out
    DISTRICT_COORDINATOR for plugin and district: plugin: the role DISTRICT_COORDINATOR is not held for one plugin: leave it out
    DISTRICT_COORDINATOR for actor: territory: the role DISTRICT_COORDINATOR is held for one territory: name it
    DISTRICT_COORDINATOR for actor: actor: the role DISTRICT_COORDINATOR is not held for one actor: leave it out
    CALENDAR_READER for nothing: territory: the role CALENDAR_READER is held for one territory: name it
    CALENDAR_READER for municipality: territory: "12070008" has the kind municipality, and the role CALENDAR_READER is held for a district
    CALENDAR_READER for association: territory: "120705001" has the kind association, and the role CALENDAR_READER is held for a district
    CALENDAR_READER for state: territory: "12" has the kind state, and the role CALENDAR_READER is held for a district
    CALENDAR_READER for country: territory: "DG" has the kind country, and the role CALENDAR_READER is held for a district
    CALENDAR_READER for plugin: territory: the role CALENDAR_READER is held for one territory: name it
    CALENDAR_READER for plugin: plugin: the role CALENDAR_READER is not held for one plugin: leave it out
    CALENDAR_READER for plugin and district: plugin: the role CALENDAR_READER is not held for one plugin: leave it out
    CALENDAR_READER for actor: territory: the role CALENDAR_READER is held for one territory: name it
    CALENDAR_READER for actor: actor: the role CALENDAR_READER is not held for one actor: leave it out
    ANALYST for actor: actor: the role ANALYST is not held for one actor: leave it out
    ADMINISTRATOR for municipality: territory: the role ADMINISTRATOR is not held for one territory: leave it out
    ADMINISTRATOR for association: territory: the role ADMINISTRATOR is not held for one territory: leave it out
    ADMINISTRATOR for district: territory: the role ADMINISTRATOR is not held for one territory: leave it out
    ADMINISTRATOR for state: territory: the role ADMINISTRATOR is not held for one territory: leave it out
    ADMINISTRATOR for country: territory: the role ADMINISTRATOR is not held for one territory: leave it out
    ADMINISTRATOR for plugin: plugin: the role ADMINISTRATOR is not held for one plugin: leave it out
    ADMINISTRATOR for plugin and district: territory: the role ADMINISTRATOR is not held for one territory: leave it out
    ADMINISTRATOR for plugin and district: plugin: the role ADMINISTRATOR is not held for one plugin: leave it out
    ADMINISTRATOR for actor: actor: the role ADMINISTRATOR is not held for one actor: leave it out"
  `);
});

test.each(['', '1207', '17070', 'Seelow', '12070 ; drop'])('"%s" is no key of a territory', (territory) => {
  expect(grantProblems(grantOf('ANALYST', { territory }))).toEqual([
    { field: 'territory', message: `"${territory}" is no key of a territory: write digits like 12070` },
  ]);
});

test('a role that there is not is refused, as text from outside may name one', () => {
  const grant = { ...grantOf('ANALYST'), role: 'OWNER' } as unknown as Grant;
  expect(grantProblems(grant)).toEqual([
    { field: 'role', message: `"OWNER" is no role: write one of ${roles.join(', ')}` },
  ]);
  for (const role of ['constructor', '__proto__', 'analyst']) {
    expect(grantProblems({ ...grant, role } as unknown as Grant)).toHaveLength(1);
  }
});

test('a grant is frozen, and says of each scope that it has none', () => {
  const grant = grantOf('DATA_PARTNER', { plugin: 'opening' });
  expect(grant).toEqual({ role: 'DATA_PARTNER', territory: null, plugin: 'opening', actor: null });
  expect(Object.isFrozen(grant)).toBe(true);
});
