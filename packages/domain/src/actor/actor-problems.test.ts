import { expect, test } from 'vitest';
import type { Actor } from './actor.ts';
import { actorProblems } from './actor-problems.ts';

const references = {
  territories: new Set(['12064', '12064130']),
  districts: new Set(['12064']),
  actors: new Set(['welfare-union']),
  memberships: [],
  today: '2026-03-01',
};
const actor: Actor = {
  key: 'language-cafe',
  kind: 'volunteerInitiative',
  name: 'Sprachcafé',
  description: { de: 'Übt Deutsch', en: 'Practises German' },
  district: '12064',
  territories: ['12064', '120640130130'],
  topics: ['language', 'labour-market'],
  languages: ['de', 'ar', 'uk'],
  migrantLed: false,
  website: 'https://www.sprachcafe.example/angebote',
  email: 'info@sprachcafe.example',
  source: 'Meldung der Gemeinde',
  memberships: [{ organisation: 'welfare-union', from: '2020-01-01', until: null }],
  deactivatedOn: null,
  demo: false,
};

const lines = (actors: readonly Actor[], more = {}) =>
  actorProblems(actors, { ...references, ...more }).map(
    ({ field, rule, message }) => `${field} ${rule}: ${message}`,
  );

test('good ones have no problems', () => {
  const bare: Actor = {
    ...actor,
    key: 'nationwide',
    description: { de: '', en: '' },
    district: null,
    territories: [],
    topics: [],
    languages: [],
    website: null,
    email: null,
    memberships: [{ organisation: 'language-cafe', from: null, until: null }],
    deactivatedOn: '2026-03-01',
  };
  expect(lines([actor, bare])).toEqual([]);
});

test('lists everything that is wrong', () => {
  const bad: Actor = {
    ...actor,
    key: 'Language Café',
    kind: 'club' as Actor['kind'],
    name: ' ',
    description: { de: 'Übt Deutsch', en: '' },
    district: '12065',
    territories: ['12064130', '120640130130', '12999'],
    topics: ['Arbeit & Beruf'],
    languages: ['de', 'deu', 'de'],
    website: 'http://sprachcafe.example',
    email: 'sprachcafe.example',
    source: 'a\nb',
    memberships: [
      { organisation: 'welfare-onion', from: '2021-01-01', until: '2020-01-01' },
      { organisation: 'welfare-union', from: null, until: '2020-12-31' },
      { organisation: 'welfare-union', from: '2020-06-01', until: null },
    ],
    deactivatedOn: '2026-03-02',
  };
  const itself: Actor = { ...actor, memberships: [{ organisation: actor.key, from: null, until: null }] };
  expect(lines([bad, itself, actor])).toMatchInlineSnapshot(`
    [
      "actors.0.key FORM: 'Language Café' is no key: write at most 60 small letters and digits, words joined by hyphens (language-courses)",
      "actors.0.kind UNKNOWN: 'club' is no kind of actor: write one of administration, welfareOrganisation, association, migrantOrganisation, volunteerInitiative, jobCentre, school, employer, educationProvider, religiousCommunity, other",
      "actors.0.name REQUIRED: it is empty: write it",
      "actors.0.source FORM: write at most 200 characters on one line",
      "actors.0.description.en REQUIRED: it is empty: write it in German and in English",
      "actors.0.territories.2 UNKNOWN: there is no territory '12999': enter it first or mend the key",
      "actors.0.territories.1 DUPLICATE: '12064130' is already at actors.0.territories.0: leave one of them out",
      "actors.0.district UNKNOWN: there is no district '12065': did you mean '12064'?",
      "actors.0.topics.0 FORM: 'Arbeit & Beruf' is no key: write at most 60 small letters and digits, words joined by hyphens (language-courses)",
      "actors.0.languages.1 UNKNOWN: 'deu' is no language of ISO 639-1: write two small letters, like ar or uk",
      "actors.0.languages.2 DUPLICATE: 'de' is already at actors.0.languages.0: leave one of them out",
      "actors.0.website FORM: 'http://sprachcafe.example' is no address of a website: write it in full, beginning with https://",
      "actors.0.email FORM: it is no e-mail address: write that of an office, like info@verein.example",
      "actors.0.memberships.0.organisation UNKNOWN: there is no actor 'welfare-onion': did you mean 'welfare-union'?",
      "actors.0.memberships.0.until ORDER: it ends on 2020-01-01, before it begins on 2021-01-01: swap the days or mend one",
      "actors.0.memberships.2.from DUPLICATE: memberships.1 says the same for some of its days: end one of them before the other begins",
      "actors.0.deactivatedOn ORDER: 2026-03-02 is still to come: deactivate it then",
      "actors.1.memberships.0.organisation CONFLICT: it cannot belong to itself: name its umbrella organisation",
      "actors.2.key DUPLICATE: 'language-cafe' is already at actors.1.key: leave one of them out",
    ]
  `);
});

test.each(['https://a.example?x=1', 'https://a.example:8443/', 'https://müller.example#x'])(
  '%s is a website',
  (website) => {
    expect(lines([{ ...actor, website }])).toEqual([]);
  },
);

test.each([
  'a.example',
  'https://a',
  'https://user@a.example',
  'https://user:secret@a.example/',
  'javascript:alert(1)',
  'https://a.example/ x',
])('%s is none', (website) => {
  expect(lines([{ ...actor, website }])).toHaveLength(1);
});

test('a circle of memberships is refused, over stored ones and in those days only', () => {
  const memberships = [{ actor: 'welfare-union', organisation: actor.key, from: null, until: '2020-06-30' }];
  expect(lines([actor], { memberships })).toEqual([
    "actors.0.memberships.0.organisation CONFLICT: 'welfare-union' belongs to 'language-cafe' itself in those days, maybe through others: end one of the memberships",
  ]);
  const before = [{ actor: 'welfare-union', organisation: actor.key, from: null, until: '2019-12-31' }];
  expect(lines([actor], { memberships: before })).toEqual([]);
  // What is replaced now does not count any more.
  const union: Actor = { ...actor, key: 'welfare-union', memberships: [] };
  expect(lines([actor, union], { memberships })).toEqual([]);
});
