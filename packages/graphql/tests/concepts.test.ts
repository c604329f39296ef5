import { type Acting, actingOperator, grantOf } from '@kreisweit/domain';
import type { Store } from '@kreisweit/store';
import {
  addNamedByConcept,
  ingestTable,
  putSmallConcepts,
  servers,
  smallAction,
  smallConcept,
  smallStore,
  smallTarget,
} from '@kreisweit/store/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { shown } from './ask.ts';
import { askAs } from './ask-as.ts';
import { countStatements } from './count-statements.ts';

let store: Store;
beforeAll(async () => {
  const [server] = servers;
  if (server === undefined) throw new Error('there is no server to test on');
  store = await smallStore(server);
  await addNamedByConcept(store);
  // Of the women of Buche nobody may know.
  await ingestTable(
    store,
    `         residents 2014  residents 2015  residents 2014 female  residents 2015 female
    16097001  90              100             50                     50
    16097002  60              60              30                     30
    16097003  40              40              20                     .`,
  );
});
afterAll(() => store.close());

const as = (...grants: Acting['principal']['grants']): Acting => ({
  principal: { kind: 'person', id: 'person:one', name: 'Amt in Aue', grants },
  requestId: 'request-1',
});
const coordinator = as(grantOf('DISTRICT_COORDINATOR', { territory: '16097' }));
const birke = as(grantOf('MUNICIPALITY_EDITOR', { territory: '16097002' }));
const birkeHelps = as(grantOf('ACTOR_REPRESENTATIVE', { actor: 'birke-helps' }));
const strangers = [
  as(),
  as(grantOf('MUNICIPALITY_EDITOR', { territory: '16099001' })),
  as(grantOf('ACTOR_REPRESENTATIVE', { actor: 'others' })),
  as(grantOf('DATA_PARTNER', { plugin: 'small' })),
];

const byFirst = { adoptedBy: 'together-first', adoptedRound: 1, adoptedOn: '2025-12-10' };
const second = {
  ...smallAction,
  key: 'meeting',
  title: { de: 'Treffen', en: 'Meeting' },
  actors: ['others', 'birke-helps'],
  status: 'DONE' as const,
  doneOn: '2026-02-01',
};
const adopted = { ...smallConcept(smallAction, second), ...byFirst, from: '2015-01-01' };
const secret = { ...smallAction, title: { de: 'Geheim', en: 'Secret' }, actors: ['others', 'birke-helps'] };
const draft = { ...smallConcept(secret), number: 2, title: { de: 'Geheim', en: 'Secret' } };
beforeEach(async () => {
  await store.database.pool.query('delete from concept_version');
  await putSmallConcepts(store, [adopted, draft]);
});

type Variables = Readonly<Record<string, unknown>>;
async function dataAs(acting: Acting, document: string, variables: Variables = {}) {
  const { data, errors } = await askAs(store, acting, document, { variables });
  if (errors.length > 0) throw new Error(shown(errors));
  return data;
}

const address = (number: number) => `{ district: "16097", concept: "together", number: ${number} }`;
const result = (field: string, args: string) => `${field}(${args}) {
  __typename
  ... on ConceptPayload { warnings(lang: EN) concept { number revision adoptedOn title fields { goals { actions { key status revision } } } } }
  ... on Error { message }
  ... on InvalidInputError { problems { field rule message } }
  ... on ConflictError { expectedRevision revision }
}`;
async function does(acting: Acting, field: string, args: string, variables: Variables = {}, declared = '') {
  const data = await dataAs(acting, `mutation ${declared} { ${result(field, args)} }`, variables);
  return (data as Readonly<Record<string, { readonly __typename: string; readonly problems?: unknown }>>)[
    field
  ];
}
const save = (concept: Variables, expectedRevision: number, acting = coordinator) =>
  does(
    acting,
    'saveConcept',
    `concept: $concept, expectedRevision: ${expectedRevision}`,
    { concept },
    '($concept: ConceptInput!)',
  );

test('the concept in force, with how its actions and targets stand', async () => {
  const document = `{ district(key: "16097") { concept(on: "2026-07-01") {
    concept number title(lang: EN) from until adoptedOn decision { key round state } district { name }
    progress(on: "2026-07-01") { total onTime overdue doneOnTime doneLate doneUndated stopped }
    targetCounts { total reached notYet missed unknown }
    fields { key title(lang: EN) progress(on: "2026-07-01") { total overdue } goals {
      key title recommendations { key } tasks { key title district { name } }
      targets { key indicator { key } breakdown { key } value direction period baseline { value period status }
        progress { state stateTitle(lang: EN) value missing period status } }
      actions { key title(lang: EN) actors { key } from until status statusTitle doneOn reason revision
        progress(on: "2026-07-01") progressTitle(on: "2026-07-01") recommendations { key } tasks { key } concept { number } }
    } } } } }`;
  expect(await dataAs(as(), document)).toMatchInlineSnapshot(`
    {
      "district": {
        "concept": {
          "adoptedOn": "2025-12-10",
          "concept": "together",
          "decision": {
            "key": "together-first",
            "round": 1,
            "state": "ADOPTED",
          },
          "district": {
            "name": "Aue",
          },
          "fields": [
            {
              "goals": [
                {
                  "actions": [
                    {
                      "actors": [
                        {
                          "key": "birke-helps",
                        },
                      ],
                      "concept": {
                        "number": 1,
                      },
                      "doneOn": null,
                      "from": "2026-01-01",
                      "key": "language-cafe",
                      "progress": "OVERDUE",
                      "progressTitle": "Überfällig",
                      "reason": null,
                      "recommendations": [
                        {
                          "key": "exchange",
                        },
                      ],
                      "revision": 1,
                      "status": "RUNNING",
                      "statusTitle": "Läuft",
                      "tasks": [
                        {
                          "key": "advice",
                        },
                      ],
                      "title": "Language café (en)",
                      "until": "2026-06-30",
                    },
                    {
                      "actors": [
                        {
                          "key": "others",
                        },
                        {
                          "key": "birke-helps",
                        },
                      ],
                      "concept": {
                        "number": 1,
                      },
                      "doneOn": "2026-02-01",
                      "from": "2026-01-01",
                      "key": "meeting",
                      "progress": "DONE_ON_TIME",
                      "progressTitle": "Fristgerecht umgesetzt",
                      "reason": null,
                      "recommendations": [
                        {
                          "key": "exchange",
                        },
                      ],
                      "revision": 1,
                      "status": "DONE",
                      "statusTitle": "Umgesetzt",
                      "tasks": [
                        {
                          "key": "advice",
                        },
                      ],
                      "title": "Meeting",
                      "until": "2026-06-30",
                    },
                  ],
                  "key": "everybody-learns",
                  "recommendations": [
                    {
                      "key": "exchange",
                    },
                  ],
                  "targets": [
                    {
                      "baseline": {
                        "period": "2014",
                        "status": "NORMAL",
                        "value": 190,
                      },
                      "breakdown": [],
                      "direction": "HIGHER_IS_BETTER",
                      "indicator": {
                        "key": "small/residents",
                      },
                      "key": "more-residents",
                      "period": "2015",
                      "progress": {
                        "missing": 50,
                        "period": "2015",
                        "state": "MISSED",
                        "stateTitle": "Missed",
                        "status": "NORMAL",
                        "value": 200,
                      },
                      "value": 250,
                    },
                    {
                      "baseline": {
                        "period": "2014",
                        "status": "NORMAL",
                        "value": 100,
                      },
                      "breakdown": [
                        {
                          "key": "female",
                        },
                      ],
                      "direction": "HIGHER_IS_BETTER",
                      "indicator": {
                        "key": "small/residents",
                      },
                      "key": "more-women",
                      "period": "2015",
                      "progress": {
                        "missing": null,
                        "period": "2015",
                        "state": "UNKNOWN",
                        "stateTitle": "Not known",
                        "status": "CONFIDENTIAL_OR_UNKNOWN",
                        "value": null,
                      },
                      "value": 250,
                    },
                  ],
                  "tasks": [
                    {
                      "district": {
                        "name": "Aue",
                      },
                      "key": "advice",
                      "title": "Beratung",
                    },
                    {
                      "district": null,
                      "key": "volunteering-coordination",
                      "title": "Ehrenamtskoordination",
                    },
                  ],
                  "title": "Everybody learns (de)",
                },
              ],
              "key": "language",
              "progress": {
                "overdue": 1,
                "total": 2,
              },
              "title": "Language (en)",
            },
            {
              "goals": [],
              "key": "work",
              "progress": {
                "overdue": 0,
                "total": 0,
              },
              "title": "Work (en)",
            },
          ],
          "from": "2015-01-01",
          "number": 1,
          "progress": {
            "doneLate": 0,
            "doneOnTime": 1,
            "doneUndated": 0,
            "onTime": 0,
            "overdue": 1,
            "stopped": 0,
            "total": 2,
          },
          "targetCounts": {
            "missed": 1,
            "notYet": 0,
            "reached": 0,
            "total": 2,
            "unknown": 1,
          },
          "title": "Together (en)",
          "until": "2030-12-31",
        },
      },
    }
  `);
});

test('a target without a value that everybody may read is unknown, and tells nothing of it', async () => {
  const targets = [
    { ...smallTarget, key: 'reached', value: 200 },
    { ...smallTarget, key: 'not-yet', period: '2030' },
    { ...smallTarget, key: 'at-most', direction: 'lowerIsBetter' as const, value: 150 },
    { ...smallTarget, key: 'women', breakdown: { sex: 'female' } },
    { ...smallTarget, key: 'women-of-2014', breakdown: { sex: 'female' }, value: 100, period: '2014' },
    { ...smallTarget, key: 'too-early', period: '2010' },
    { ...smallTarget, key: 'nothing-delivered', indicator: 'small/foreigners' },
  ];
  const fields = adopted.fields.map((field) => ({
    ...field,
    goals: field.goals.map((goal) => ({ ...goal, targets })),
  }));
  await store.database.pool.query('delete from concept_version');
  await putSmallConcepts(store, [{ ...adopted, from: '2014-01-01', fields }]);
  // An indicator that has left the catalogue since.
  await store.database.pool.query(
    `insert into concept_target select district_key, concept_key, number, 'gone', goal_key, 99, 'small/gone', '', 1, direction, period
     from concept_target where key = 'reached'`,
  );
  const document = `{ district(key: "16097") { concept(on: "2026-07-01") { targetCounts { total reached notYet missed unknown }
    fields { goals { targets { key indicatorKey indicator { key } progress { state value missing period status } } } } } } }`;
  expect(await dataAs(coordinator, document)).toMatchInlineSnapshot(`
    {
      "district": {
        "concept": {
          "fields": [
            {
              "goals": [
                {
                  "targets": [
                    {
                      "indicator": {
                        "key": "small/residents",
                      },
                      "indicatorKey": "small/residents",
                      "key": "reached",
                      "progress": {
                        "missing": 0,
                        "period": "2015",
                        "state": "REACHED",
                        "status": "NORMAL",
                        "value": 200,
                      },
                    },
                    {
                      "indicator": {
                        "key": "small/residents",
                      },
                      "indicatorKey": "small/residents",
                      "key": "not-yet",
                      "progress": {
                        "missing": 50,
                        "period": "2015",
                        "state": "NOT_YET",
                        "status": "NORMAL",
                        "value": 200,
                      },
                    },
                    {
                      "indicator": {
                        "key": "small/residents",
                      },
                      "indicatorKey": "small/residents",
                      "key": "at-most",
                      "progress": {
                        "missing": 50,
                        "period": "2015",
                        "state": "MISSED",
                        "status": "NORMAL",
                        "value": 200,
                      },
                    },
                    {
                      "indicator": {
                        "key": "small/residents",
                      },
                      "indicatorKey": "small/residents",
                      "key": "women",
                      "progress": {
                        "missing": null,
                        "period": "2015",
                        "state": "UNKNOWN",
                        "status": "CONFIDENTIAL_OR_UNKNOWN",
                        "value": null,
                      },
                    },
                    {
                      "indicator": {
                        "key": "small/residents",
                      },
                      "indicatorKey": "small/residents",
                      "key": "women-of-2014",
                      "progress": {
                        "missing": 0,
                        "period": "2014",
                        "state": "REACHED",
                        "status": "NORMAL",
                        "value": 100,
                      },
                    },
                    {
                      "indicator": {
                        "key": "small/residents",
                      },
                      "indicatorKey": "small/residents",
                      "key": "too-early",
                      "progress": {
                        "missing": null,
                        "period": null,
                        "state": "UNKNOWN",
                        "status": null,
                        "value": null,
                      },
                    },
                    {
                      "indicator": {
                        "key": "small/foreigners",
                      },
                      "indicatorKey": "small/foreigners",
                      "key": "nothing-delivered",
                      "progress": {
                        "missing": null,
                        "period": null,
                        "state": "UNKNOWN",
                        "status": null,
                        "value": null,
                      },
                    },
                    {
                      "indicator": null,
                      "indicatorKey": "small/gone",
                      "key": "gone",
                      "progress": {
                        "missing": null,
                        "period": null,
                        "state": "UNKNOWN",
                        "status": null,
                        "value": null,
                      },
                    },
                  ],
                },
              ],
            },
            {
              "goals": [],
            },
          ],
          "targetCounts": {
            "missed": 1,
            "notYet": 1,
            "reached": 2,
            "total": 8,
            "unknown": 4,
          },
        },
      },
    }
  `);
});

test('what was read before a version began is where its targets begin, and reaches none', async () => {
  await store.database.pool.query('delete from concept_version');
  const targets = [
    { ...smallTarget, key: 'reached-before', value: 200, period: '2030' },
    { ...smallTarget, key: 'missed-before' },
    { ...smallTarget, key: 'women', breakdown: { sex: 'female' }, value: 1 },
    { ...smallTarget, key: 'nothing-delivered', indicator: 'small/foreigners' },
  ];
  const fields = adopted.fields.map((field) => ({
    ...field,
    goals: field.goals.map((goal) => ({ ...goal, targets })),
  }));
  await putSmallConcepts(store, [{ ...adopted, from: '2026-01-01', fields }]);
  const document = `{ district(key: "16097") { concept(on: "2026-07-01") { targetCounts { total unknown }
    fields { goals { targets { key baseline { value period status } progress { state value missing period status } } } } } } }`;
  const unknown = { state: 'UNKNOWN', value: null, missing: null, period: null, status: null };
  const before = { value: 200, period: '2015', status: 'NORMAL' };
  // Of the women of Buche nobody may know: nothing older stands in for them.
  const confidential = { value: null, period: '2015', status: 'CONFIDENTIAL_OR_UNKNOWN' };
  expect(await dataAs(as(), document)).toMatchObject({
    district: {
      concept: {
        targetCounts: { total: 4, unknown: 4 },
        fields: [
          {
            goals: [
              {
                targets: [
                  { key: 'reached-before', baseline: before, progress: unknown },
                  { key: 'missed-before', baseline: before, progress: unknown },
                  { key: 'women', baseline: confidential, progress: unknown },
                  { key: 'nothing-delivered', baseline: null, progress: unknown },
                ],
              },
            ],
          },
          { goals: [] },
        ],
      },
    },
  });
});

test('nothing of a draft is told to those who do not take part', async () => {
  const id = Buffer.from('Concept:16097/together/2').toString('base64');
  const document = `{
    concept(district: "16097", concept: "together", number: 2) { title }
    node(id: "${id}") { id }
    nodes(ids: ["${id}", "${id.slice(0, -4)}"]) { id }
    district(key: "16097") { concepts(first: 5) { totalCount nodes { number title } pageInfo { hasNextPage endCursor } }
      first: concepts(first: 1) { totalCount pageInfo { hasNextPage } }
      concept(on: "2030-01-01") { number } }
    actors(first: 10) { nodes { key conceptActions(on: "2026-03-01") { totalCount nodes { key title concept { number title } } } } }
  }`;
  for (const acting of strangers) {
    const { data } = await askAs(store, acting, document.replace(/, "[^"]*"\]\)/, '])'));
    expect(JSON.stringify(data)).not.toMatch(/Geheim|Secret/);
    expect(data).toMatchObject({
      ...{ concept: null, node: null, nodes: [null] },
      district: {
        concepts: { totalCount: 1, nodes: [{ number: 1 }], pageInfo: { hasNextPage: false } },
        first: { totalCount: 1, pageInfo: { hasNextPage: false } },
        concept: { number: 1 },
      },
      actors: {
        nodes: [
          { key: 'birke-helps', conceptActions: { totalCount: 2 } },
          { key: 'others', conceptActions: { totalCount: 1, nodes: [{ key: 'meeting' }] } },
          { key: 'town-hall', conceptActions: { totalCount: 0 } },
        ],
      },
    });
    const report = `concept: ${address(2)}, action: "language-cafe", report: { status: RUNNING }, expectedRevision: 1`;
    const nowhere = report.replace('number: 2', 'number: 77');
    const refused = await does(acting, 'reportConceptAction', report);
    expect(refused).toMatchObject({ __typename: 'NotAllowedError' });
    expect(refused).toEqual(await does(acting, 'reportConceptAction', nowhere));
  }
  for (const acting of [coordinator, birke, birkeHelps, actingOperator]) {
    expect(
      await dataAs(
        acting,
        `{ concept(district: "16097", concept: "together", number: 2) { id title }
          node(id: "${id}") { ... on Concept { title } }
          district(key: "16097") { concepts { totalCount nodes { number } } concept(on: "2030-01-01") { number } } }`,
      ),
    ).toMatchObject({
      concept: { id, title: 'Geheim' },
      node: { title: 'Geheim' },
      district: {
        concepts: { totalCount: 2, nodes: [{ number: 1 }, { number: 2 }] },
        concept: { number: 1 },
      },
    });
  }
});

test('what actors carry out is listed by its end and filtered', async () => {
  const document = `query ($filter: ConceptActionFilter, $on: Date) { actors(first: 10) { nodes { key
    conceptActions(on: $on, filter: $filter, first: 1) { totalCount nodes { key progress(on: $on) } pageInfo { hasNextPage } } } } }`;
  const of = async (filter: Variables, on = '2026-07-01') => {
    const data = await dataAs(as(), document, { filter, on });
    const { nodes } = (data as { actors: { nodes: readonly { key: string; conceptActions: unknown }[] } })
      .actors;
    return nodes.find(({ key }) => key === 'birke-helps')?.conceptActions;
  };
  expect(await of({})).toEqual({
    ...{ totalCount: 2, nodes: [{ key: 'language-cafe', progress: 'OVERDUE' }] },
    pageInfo: { hasNextPage: true },
  });
  expect(await of({ progress: ['DONE_ON_TIME', 'DONE_LATE'] })).toMatchObject({
    ...{ totalCount: 1, nodes: [{ key: 'meeting', progress: 'DONE_ON_TIME' }] },
  });
  expect(await of({ district: '16099' })).toMatchObject({ totalCount: 0 });
  expect(await of({ district: '160970000000' })).toMatchObject({ totalCount: 2 });
  expect(await of({}, '2031-01-01')).toMatchObject({ totalCount: 0 });
});

const text = { de: 'Wir lernen', en: 'We learn' };
const given = {
  ...{ district: '16097', concept: 'learning', number: 1, title: text, from: '2026-01-01' },
  fields: [
    {
      ...{ key: 'language', title: text },
      goals: [
        {
          ...{ key: 'courses', title: text, recommendations: ['exchange'] },
          targets: [
            {
              ...{ key: 'residents', indicator: 'small/residents', value: 1, direction: 'HIGHER_IS_BETTER' },
              ...{ breakdown: [{ dimension: 'sex', category: 'female' }], period: '2027' },
            },
          ],
          actions: [
            {
              key: 'cafe',
              title: { de: 'Café, Anmeldung bei 0171 2345678', en: 'Café' },
              actors: ['town-hall'],
            },
          ],
        },
      ],
    },
  ],
};

test('a draft is saved, copied, adopted and reported on', async () => {
  const saved = await save(given, 0);
  expect(saved).toMatchObject({
    __typename: 'ConceptPayload',
    concept: { number: 1, revision: 1, adoptedOn: null },
  });
  expect(saved).toMatchObject({ warnings: [expect.stringContaining('telephone number')] });
  const concept = 'concept: { district: "16097", concept: "learning", number: 1 }';
  expect(
    await does(
      coordinator,
      'adoptConcept',
      `${concept}, decision: { key: "learning-plan" }, expectedRevision: 1`,
    ),
  ).toMatchObject({
    concept: { adoptedOn: '2026-03-01', revision: 2 },
  });
  const report = `${concept}, action: "cafe", report: { status: STOPPED, reason: "Keine Mittel" }, expectedRevision: 1`;
  expect(await does(birkeHelps, 'reportConceptAction', report)).toMatchObject({
    __typename: 'NotAllowedError',
  });
  const townHall = as(grantOf('ACTOR_REPRESENTATIVE', { actor: 'town-hall' }));
  expect(await does(townHall, 'reportConceptAction', report)).toMatchObject({
    concept: { revision: 2, fields: [{ goals: [{ actions: [{ status: 'STOPPED', revision: 2 }] }] }] },
  });
  expect(await does(townHall, 'reportConceptAction', report)).toMatchObject({
    ...{ __typename: 'ConflictError', expectedRevision: 1, revision: 2 },
  });
  expect(await does(coordinator, 'copyConceptAsDraft', concept)).toMatchObject({
    concept: {
      number: 2,
      revision: 1,
      adoptedOn: null,
      fields: [{ goals: [{ actions: [{ status: 'STOPPED' }] }] }],
    },
  });
  expect(await does(coordinator, 'copyConceptAsDraft', concept)).toMatchObject({
    problems: [{ field: 'concept', rule: 'CONFLICT' }],
  });
  const copied = concept.replace('number: 1', 'number: 2');
  expect(await does(coordinator, 'removeConceptDraft', `${copied}, expectedRevision: 2`)).toMatchObject({
    ...{ __typename: 'ConflictError', expectedRevision: 2, revision: 1 },
  });
  expect(await does(coordinator, 'removeConceptDraft', `${concept}, expectedRevision: 2`)).toMatchObject({
    problems: [{ field: 'concept', rule: 'CONFLICT' }],
  });
  for (const acting of [birke, townHall, ...strangers]) {
    expect(await does(acting, 'removeConceptDraft', `${copied}, expectedRevision: 1`)).toMatchObject({
      __typename: 'NotAllowedError',
    });
  }
  expect(await does(coordinator, 'removeConceptDraft', `${copied}, expectedRevision: 1`)).toMatchObject({
    ...{ __typename: 'ConceptPayload', concept: { number: 2, revision: 1 } },
  });
  expect(
    await dataAs(coordinator, '{ concept(district: "16097", concept: "learning", number: 2) { number } }'),
  ).toEqual({ concept: null });
  expect(await save({ ...given, number: 3 }, 0)).toMatchObject({
    problems: [{ field: 'concept.number', rule: 'ORDER' }],
  });
});

test('a refusal names the field and the rule', async () => {
  const [field] = given.fields;
  const [goal] = field?.goals ?? [];
  const wrong = {
    ...given,
    fields: [
      {
        ...field,
        goals: [{ ...goal, tasks: ['language'], actions: [{ key: 'Café', title: text, actors: [] }] }],
      },
    ],
  };
  expect((await save(wrong, 0))?.problems).toMatchInlineSnapshot(`
    [
      {
        "field": "concept.fields.0.goals.0.tasks.0",
        "message": "there is no task 'language': enter it first or mend the key",
        "rule": "UNKNOWN",
      },
      {
        "field": "concept.fields.0.goals.0.actions.0.key",
        "message": "'Café' is no key: write at most 60 small letters and digits, words joined by hyphens (language-courses)",
        "rule": "FORM",
      },
      {
        "field": "concept.fields.0.goals.0.actions.0.actors",
        "message": "nobody carries it out: name at least one actor",
        "rule": "REQUIRED",
      },
    ]
  `);
  const twice = [
    { dimension: 'sex', category: 'female' },
    { dimension: 'sex', category: 'male' },
  ];
  const targets = goal?.targets.map((target) => ({ ...target, breakdown: twice }));
  expect(await save({ ...given, fields: [{ ...field, goals: [{ ...goal, targets }] }] }, 0)).toMatchObject({
    problems: [{ field: 'concept.fields.0.goals.0.targets.0.breakdown', rule: 'DUPLICATE' }],
  });
  expect(await save({ ...given, concept: 'together' }, 1)).toMatchObject({
    problems: [{ field: 'concept.number', rule: 'CONFLICT' }],
  });
  expect(await save({ ...given, concept: 'together', number: 2 }, 7)).toMatchObject({
    ...{ __typename: 'ConflictError', expectedRevision: 7, revision: 1 },
  });
  for (const acting of [birke, birkeHelps, ...strangers]) {
    expect(await save(given, 0, acting)).toMatchObject({ __typename: 'NotAllowedError' });
  }
  expect(
    await does(
      coordinator,
      'adoptConcept',
      `concept: ${address(2)}, decision: { key: "together-open" }, expectedRevision: 1`,
    ),
  ).toMatchObject({ problems: [{ field: 'decision', rule: 'CONFLICT' }] });
  expect(
    await does(
      coordinator,
      'adoptConcept',
      `concept: ${address(2)}, decision: { key: "learning-plan" }, expectedRevision: 1`,
    ),
  ).toMatchObject({
    problems: [{ field: 'decision', message: expect.stringContaining('not about this concept') }],
  });
  expect(
    await does(
      coordinator,
      'reportConceptAction',
      `concept: ${address(1)}, action: "language-cafe", report: { status: STOPPED, doneOn: "2026-02-01" }, expectedRevision: 1`,
    ),
  ).toMatchObject({
    problems: [
      { field: 'report.doneOn', rule: 'CONFLICT' },
      { field: 'report.reason', rule: 'REQUIRED' },
    ],
  });
});

test('concepts take as many statements for 400 districts as for one', async () => {
  await putManyConcepts();
  const document = `query ($first: Int!) { districts(first: $first) { nodes {
    concept(on: "2026-07-01") { decision { key } progress(on: "2026-07-01") { overdue } targetCounts { missed }
      fields { goals { recommendations { key } tasks { title } targets { progress { state } indicator { key } }
        actions { actors { name conceptActions(on: "2026-07-01", first: 1) { totalCount nodes { concept { title } } } } tasks { key } progress } } } }
    concepts(first: 5) { totalCount nodes { number } } } } }`;
  const one = await countStatements(store, coordinator, document, { first: 3 });
  expect(await countStatements(store, coordinator, document, { first: 405 })).toEqual(one);
  expect(one).toMatchInlineSnapshot(`
    {
      "deciding": 1,
      "reading": 13,
    }
  `);
  const reading = await countStatements(store, as(), document, { first: 405 });
  expect(reading).toEqual({ reading: one.reading, deciding: 0 });
});

/** 400 districts, each with the concept of Aue. */
async function putManyConcepts(): Promise<void> {
  const copied = (table: string, columns: string) =>
    `insert into ${table} (district_key, ${columns}) select d.district, ${columns} from ${table},
     (select key as district from territory where id > 100000) d where district_key = '16097'`;
  const statements = [
    `insert into territory (id, kind, key, evidence)
     select 100000 + n, 'district', '15' || lpad(n::text, 3, '0'), 'REGISTER' from generate_series(1, 400) n`,
    `insert into territory_version (territory_id, proven_from, proven_until, ars, ags, name, inhabited, evidence, version_from)
     select id, '2013-12-31', '2021-12-31', key, key, key, true, 'REGISTER', 1 from territory where id > 100000`,
    copied(
      'concept_version',
      'concept_key, number, revision, title_de, title_en, valid_from, valid_until, adopted_by, adopted_round, adopted_on',
    ),
    copied('concept_field', 'concept_key, number, key, position, title_de, title_en'),
    copied('concept_goal', 'concept_key, number, key, field_key, position, title_de, title_en'),
    copied(
      'concept_target',
      'concept_key, number, key, goal_key, position, indicator_key, breakdown_key, value, direction, period',
    ),
    copied(
      'concept_action',
      'concept_key, number, key, goal_key, position, revision, title_de, title_en, valid_from, valid_until, status, done_on, reason',
    ),
    copied('concept_action_actor', 'concept_key, number, action_key, actor_key, position'),
    copied('concept_recommendation', 'concept_key, number, part, part_key, recommendation_key, position'),
    copied('concept_task', 'concept_key, number, part, part_key, task_key, position'),
    'analyze',
  ];
  for (const statement of statements) await store.database.pool.query(statement);
}
