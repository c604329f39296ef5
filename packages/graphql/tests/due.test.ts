import { type Acting, actingOperator, type DeliveryDeadline, type Training } from '@kreisweit/domain';
import { actingStore, type Store } from '@kreisweit/store';
import { servers, smallStore } from '@kreisweit/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContext } from '../src/index.ts';
import { people } from './access-matrix/people.ts';
import { type Answer, askIn, shown } from './ask.ts';
import { insertManyDistricts } from './fixture/insert-many-districts.ts';

const training: Training = {
  key: 'plain-language',
  district: '16097',
  title: { de: 'Leichte Sprache', en: 'Plain language' },
  day: '2026-05-12',
  territory: '16097002',
  organiser: 'birke-helps',
  audience: 'VOLUNTEERS',
  state: 'PLANNED',
  link: 'https://example.org/plain-language',
};
const deadline: DeliveryDeadline = {
  key: 'figures-2025',
  district: '16097',
  plugin: 'small',
  period: '2025',
  askedOf: 'MUNICIPALITIES',
  title: { de: 'Zahlen 2025', en: 'Figures of 2025' },
  dueOn: '2026-03-31',
  endedOn: null,
};

/** Something of every source in every district that there is. */
const inAllDistricts = [
  `insert into training (district_key, key, revision, title_de, title_en, day, territory_key, organiser_key, audience, state)
   select key, 'everywhere', 1, 'Überall', 'Everywhere', '2026-06-01', key, 'birke-helps', 'BOTH', 'PLANNED'
   from territory where kind = 'district' and key like '05%'`,
  `insert into delivery_deadline (district_key, key, revision, plugin, period, asked_of, title_de, title_en, due_on)
   select key, 'everywhere', 1, 'small', '2025', 'DISTRICT', 'Überall', 'Everywhere', '2026-06-01'
   from territory where kind = 'district' and key like '05%'`,
  `insert into cooperation_body (district_key, key, revision, kind, title_de, title_en, every_months, recurs_since)
   select key, 'steering', 1, 'STEERING_GROUP', 'Steuerung', 'Steering', 3, '2026-03-01'
   from territory where kind = 'district' and key like '05%'`,
];

let store: Store;
let counted: Store['db'];
let statements = 0;
beforeAll(async () => {
  const [engine] = servers;
  if (engine === undefined) throw new Error('there is no server to test on');
  store = await smallStore(engine);
  await insertManyDistricts(store, 400);
  const { pool } = store.database;
  await pool.query(
    `insert into actor (key, kind, name, description_de, description_en, topics, languages, migrant_led, demo, district_key)
     values ('birke-helps', 'volunteerInitiative', 'Birke hilft', '', '', '{}', '{}', false, false, '16097')`,
  );
  await pool.query(
    `insert into actor_territory (actor_key, territory_id) select 'birke-helps', id from territory where key = '16097002'`,
  );
  for (const statement of inAllDistricts) await pool.query(statement);
  const operator = actingStore(store, actingOperator);
  await operator.saveTraining({ value: training, expectedRevision: 0 });
  await operator.saveDeliveryDeadline({ value: deadline, expectedRevision: 0 });
  counted = store.db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
});
afterAll(() => store.close());

async function ask(
  document: string,
  { acting = actingOperator, variables = {} }: { acting?: Acting; variables?: Record<string, unknown> } = {},
): Promise<Answer> {
  statements = 0;
  return askIn(createContext({ db: counted, actingStore: actingStore(store, acting) }), document, {
    variables,
  });
}

async function dataOf(document: string): Promise<string> {
  const { data, errors } = await ask(document);
  expect(errors).toEqual([]);
  return shown(data);
}

const due = 'due(until: "2026-12-31", on: "2026-04-15"';

test('tells what is due in a district, with what it is about and who has to do it', async () => {
  expect(
    await dataOf(`{ district(key: "16097") { ${due}) { totalCount nodes {
      kind kindTitle asked askedTitle(lang: EN) key title english: title(lang: EN) day overdue territory { key name } actor { key name } } } } }`),
  ).toMatchInlineSnapshot(`
    "{
      district: {
        due: {
          totalCount: 4,
          nodes: [
            {
              kind: 'DELIVERY',
              kindTitle: 'Datenlieferung',
              asked: 'DELIVER',
              askedTitle: 'Deliver figures',
              key: 'figures-2025',
              title: 'Zahlen liefern: Zahlen 2025',
              english: 'Deliver figures: Figures of 2025',
              day: '2026-03-31',
              overdue: true,
              territory: { key: '16097001', name: 'Ahorn' },
              actor: null
            },
            {
              kind: 'DELIVERY',
              kindTitle: 'Datenlieferung',
              asked: 'DELIVER',
              askedTitle: 'Deliver figures',
              key: 'figures-2025',
              title: 'Zahlen liefern: Zahlen 2025',
              english: 'Deliver figures: Figures of 2025',
              day: '2026-03-31',
              overdue: true,
              territory: { key: '16097002', name: 'Birke' },
              actor: null
            },
            {
              kind: 'DELIVERY',
              kindTitle: 'Datenlieferung',
              asked: 'DELIVER',
              askedTitle: 'Deliver figures',
              key: 'figures-2025',
              title: 'Zahlen liefern: Zahlen 2025',
              english: 'Deliver figures: Figures of 2025',
              day: '2026-03-31',
              overdue: true,
              territory: { key: '16097003', name: 'Buche' },
              actor: null
            },
            {
              kind: 'TRAINING',
              kindTitle: 'Fortbildung',
              asked: 'HOLD',
              askedTitle: 'Hold it',
              key: 'plain-language',
              title: 'Fortbildung: Leichte Sprache',
              english: 'Training: Plain language',
              day: '2026-05-12',
              overdue: false,
              territory: { key: '16097002', name: 'Birke' },
              actor: { key: 'birke-helps', name: 'Birke hilft' }
            }
          ]
        }
      }
    }"
  `);
});

/** In the district Fels: a body with a meeting whose day has passed, and a concept with an action. */
const inFels = [
  `insert into cooperation_body (district_key, key, revision, kind, title_de, title_en, every_months, recurs_since)
   values ('16099', 'steering', 1, 'STEERING_GROUP', 'Steuerung', 'Steering', 3, '2026-03-01')`,
  `insert into body_meeting (district_key, body_key, key, revision, day, state, agenda, links, participants_recorded)
   values ('16099', 'steering', 'first', 1, '2026-03-10', 'PLANNED', '{}', '[]', false)`,
  `insert into concept_version (district_key, concept_key, number, revision, title_de, title_en, adopted_by, adopted_round, adopted_on)
   values ('16099', 'together', 2, 1, 'Konzept', 'Concept', 'decision', 1, '2025-12-01')`,
  `insert into concept_field (district_key, concept_key, number, key, position, title_de, title_en)
   values ('16099', 'together', 2, 'language', 0, '', '')`,
  `insert into concept_goal (district_key, concept_key, number, key, field_key, position, title_de, title_en)
   values ('16099', 'together', 2, 'all-learn', 'language', 0, '', '')`,
  `insert into concept_action (district_key, concept_key, number, key, goal_key, position, revision, title_de, title_en, valid_until, status)
   values ('16099', 'together', 2, 'cafe', 'all-learn', 0, 1, 'Sprachcafé', 'Language café', '2026-06-30', 'RUNNING')`,
];

test('what an entry is about is found by its id', async () => {
  for (const statement of inFels) await store.database.pool.query(statement);
  const districts = await ask(
    `{ own: district(key: "16097") { ${due}) { nodes { title subjectId } } }
       other: district(key: "16099") { ${due}) { nodes { title subjectId } } } }`,
  );
  expect(districts.errors).toEqual([]);
  type Entries = { readonly due: { readonly nodes: readonly { title: string; subjectId: string }[] } };
  const { own, other } = districts.data as Record<'own' | 'other', Entries>;
  const entries = [...own.due.nodes.slice(-2), ...other.due.nodes];
  const { data, errors } = await ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Meeting { key } ... on CooperationBody { key }
       ... on Concept { concept number } ... on DeliveryDeadline { key } ... on Training { key } } }`,
    { variables: { ids: entries.map(({ subjectId }) => subjectId) } },
  );
  expect(errors).toEqual([]);
  const { nodes } = data as { nodes: readonly unknown[] };
  expect(
    shown(entries.map(({ title }, index) => ({ title, ...(nodes[index] as object) }))),
  ).toMatchInlineSnapshot(`
    "[
      { title: 'Zahlen liefern: Zahlen 2025', __typename: 'DeliveryDeadline', key: 'figures-2025' },
      { title: 'Fortbildung: Leichte Sprache', __typename: 'Training', key: 'plain-language' },
      {
        title: 'Eintragen, ob die Sitzung stattgefunden hat: Steuerung',
        __typename: 'Meeting',
        key: 'first'
      },
      { title: 'Sitzung fällig: Steuerung', __typename: 'CooperationBody', key: 'steering' },
      { title: 'Maßnahme endet: Sprachcafé', __typename: 'Concept', concept: 'together', number: 2 }
    ]"
  `);
});

test('is narrowed by kind, territory and actor, and comes in pages', async () => {
  const keysOf = async (args: string) => {
    const { data, errors } = await ask(
      `{ district(key: "16097") { ${due}${args}) { totalCount nodes { kind territory { key } } pageInfo { endCursor hasNextPage } } } }`,
    );
    expect(errors).toEqual([]);
    type Page = {
      readonly totalCount: number;
      readonly nodes: readonly { readonly kind: string; readonly territory: { readonly key: string } }[];
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    };
    const page = (data as { district: { due: Page } }).district.due;
    return { ...page, told: page.nodes.map(({ kind, territory }) => `${kind} ${territory.key}`) };
  };
  expect((await keysOf(', kinds: [TRAINING, POSITION]')).told).toEqual(['TRAINING 16097002']);
  expect((await keysOf(', territory: "160975001002"')).told).toEqual([
    'DELIVERY 16097002',
    'TRAINING 16097002',
  ]);
  expect((await keysOf(', actor: "birke-helps"')).told).toEqual(['TRAINING 16097002']);
  const first = await keysOf(', first: 2');
  expect([first.told, first.totalCount, first.pageInfo.hasNextPage]).toEqual([
    ['DELIVERY 16097001', 'DELIVERY 16097002'],
    4,
    true,
  ]);
  const second = await keysOf(`, first: 2, after: "${first.pageInfo.endCursor}"`);
  expect([second.told, second.totalCount, second.pageInfo.hasNextPage]).toEqual([
    ['DELIVERY 16097003', 'TRAINING 16097002'],
    4,
    false,
  ]);
  const { errors } = await ask(`{ district(key: "16097") { ${due}, territory: "x") { totalCount } } }`);
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', argument: 'territory' }]);
});

test('a kreisfreie Stadt is found under both of its keys', async () => {
  const city = { ...training, district: '16098', territory: '16098000' };
  await actingStore(store, actingOperator).saveTraining({ value: city, expectedRevision: 0 });
  for (const key of ['16098', '16098000', '160980000000']) {
    expect(
      await dataOf(`{ district(key: "16098") { ${due}, territory: "${key}") { totalCount } } }`),
    ).toContain('totalCount: 1');
  }
  expect(await dataOf(`{ district(key: "16098") { ${due}, territory: "16097") { totalCount } } }`)).toContain(
    'totalCount: 0',
  );
});

const readers = [
  'MUNICIPALITY_EDITOR',
  'ASSOCIATION_EDITOR',
  'ACTOR_REPRESENTATIVE',
  'DISTRICT_COORDINATOR',
  'CALENDAR_READER',
  'ANALYST',
];

test.each(people)('$label', async ({ acting, role, scope }) => {
  const { data, errors } = await ask(`{ district(key: "16097") { name ${due}) { totalCount } } }`, {
    acting,
  });
  const mayRead = role === 'ADMINISTRATOR' || (readers.includes(role) && scope === 'own');
  expect(data).toEqual({ district: { name: 'Aue', due: mayRead ? { totalCount: 4 } : null } });
  const code = acting.principal.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  expect(errors).toMatchObject(mayRead ? [] : [{ code, path: 'district.due' }]);
});

test('trainings and deadlines are listed for everybody, and found again by their ids', async () => {
  const fields = `trainings(from: "2026-05-01", until: "2026-05-31") { totalCount nodes {
      id key district { name } title day territory { name } organiser { name } audience audienceTitle state stateTitle(lang: EN) link revision } }
    deliveryDeadlines { totalCount nodes { id key district { name } plugin period askedOf askedOfTitle title dueOn endedOn revision } }`;
  const context = createContext({ db: store.db });
  const { data, errors } = await askIn(context, `{ district(key: "16097") { ${fields} } }`);
  expect(errors).toEqual([]);
  expect(shown(data)).toMatchInlineSnapshot(`
    "{
      district: {
        trainings: {
          totalCount: 1,
          nodes: [
            {
              id: 'VHJhaW5pbmc6MTYwOTcvcGxhaW4tbGFuZ3VhZ2U=',
              key: 'plain-language',
              district: { name: 'Aue' },
              title: 'Leichte Sprache',
              day: '2026-05-12',
              territory: { name: 'Birke' },
              organiser: { name: 'Birke hilft' },
              audience: 'VOLUNTEERS',
              audienceTitle: 'Ehrenamtliche',
              state: 'PLANNED',
              stateTitle: 'Planned',
              link: 'https://example.org/plain-language',
              revision: 1
            }
          ]
        },
        deliveryDeadlines: {
          totalCount: 1,
          nodes: [
            {
              id: 'RGVsaXZlcnlEZWFkbGluZToxNjA5Ny9maWd1cmVzLTIwMjU=',
              key: 'figures-2025',
              district: { name: 'Aue' },
              plugin: 'small',
              period: '2025',
              askedOf: 'MUNICIPALITIES',
              askedOfTitle: 'Gemeinden',
              title: 'Zahlen 2025',
              dueOn: '2026-03-31',
              endedOn: null,
              revision: 1
            }
          ]
        }
      }
    }"
  `);
  const { district } = data as {
    district: Record<'trainings' | 'deliveryDeadlines', { nodes: readonly { id: string; key: string }[] }>;
  };
  const nodes = [...district.trainings.nodes, ...district.deliveryDeadlines.nodes];
  const found = await ask(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Training { key } ... on DeliveryDeadline { key } } }',
    { variables: { ids: [...nodes.map(({ id }) => id), Buffer.from('Training:16097').toString('base64')] } },
  );
  expect(found.data).toEqual({ nodes: [...nodes.map(({ key }) => ({ key })), null] });
});

test.each([
  [
    'due',
    3,
    10,
    `${due}) { totalCount nodes { kind key title day overdue territory { name } actor { name } } }`,
  ],
  ['trainings', 1, 4, 'trainings { totalCount nodes { key territory { name } organiser { name } } }'],
  ['deliveryDeadlines', 1, 3, 'deliveryDeadlines { totalCount nodes { key title district { name } } }'],
] as const)(
  '%s: as many statements for one district as for 400',
  async (name, found, expected, selection) => {
    const document = `query ($first: Int!) { districts(filter: { state: "05" }, first: $first) { nodes { key ${selection} } } }`;
    await ask(document, { variables: { first: 400 } });
    for (const first of [1, 400]) {
      const { data, errors } = await ask(document, { variables: { first } });
      expect(errors).toEqual([]);
      const { nodes } = (data as { districts: { nodes: readonly Record<string, unknown>[] } }).districts;
      expect(nodes).toHaveLength(first);
      for (const node of nodes) expect(node[name]).toMatchObject({ totalCount: found });
      expect(statements).toBe(expected);
    }
  },
);

test('are saved by mutations, which answer conflicts, problems and hints', async () => {
  const save = (args: string) =>
    ask(`mutation { saveTraining(${args}) { __typename
      ... on SaveTrainingPayload { training { revision title(lang: EN) state organiser { key } } warnings(lang: EN) }
      ... on ConflictError { expectedRevision revision }
      ... on InvalidInputError { problems { field rule message } } } }`);
  const given = (more: string, title = 'Dialogue') =>
    `training: { district: "16097", key: "dialogue", title: { de: "Dialog", en: "${title}" }, day: "2026-09-01",
       audience: ADMINISTRATION, ${more} }`;
  const saved = await save(
    `expectedRevision: 0, ${given('territory: "16097"', 'Dialogue, call 0170 1234567')}`,
  );
  const again = await save(`expectedRevision: 0, ${given('territory: "16097"')}`);
  const wrong = await save(`expectedRevision: 1, ${given('territory: "16099", organiser: "birke-help"')}`);
  expect(shown([saved, again, wrong].map(({ data }) => data))).toMatchInlineSnapshot(`
    "[
      {
        saveTraining: {
          __typename: 'SaveTrainingPayload',
          training: { revision: 1, title: 'Dialogue, call 0170 1234567', state: 'PLANNED', organiser: null },
          warnings: [
            '"0170…": This looks like a telephone number: please leave it out, or give only that of an office.'
          ]
        }
      },
      { saveTraining: { __typename: 'ConflictError', expectedRevision: 0, revision: 1 } },
      {
        saveTraining: {
          __typename: 'InvalidInputError',
          problems: [
            {
              field: 'training.territory',
              rule: 'UNKNOWN',
              message: "there is no territory in 16097 '16099': did you mean '16097'?"
            },
            {
              field: 'training.organiser',
              rule: 'UNKNOWN',
              message: "there is no actor 'birke-help': enter it first or mend the key"
            }
          ]
        }
      }
    ]"
  `);
  const { data } =
    await ask(`mutation { saveDeliveryDeadline(expectedRevision: 1, deadline: { district: "16097", key: "figures-2025",
    plugin: "small", period: "2025", askedOf: MUNICIPALITIES, title: { de: "Zahlen 2025", en: "Figures of 2025" },
    dueOn: "2026-03-31", endedOn: "2026-04-15" }) {
      ... on SaveDeliveryDeadlinePayload { deadline { revision endedOn } warnings } } }`);
  expect(data).toEqual({
    saveDeliveryDeadline: { deadline: { revision: 2, endedOn: '2026-04-15' }, warnings: [] },
  });
  expect(await dataOf(`{ district(key: "16097") { ${due}, kinds: [DELIVERY]) { totalCount } } }`)).toContain(
    'totalCount: 0',
  );
});
