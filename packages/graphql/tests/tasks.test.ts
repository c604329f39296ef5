import {
  type Acting,
  grantOf,
  integrationTasks,
  type TaskAssignment,
  type TaskTerritory,
  taskMatrix,
  taskRoles,
} from '@kreisweit/domain';
import { actingStore, type Store, saveActors } from '@kreisweit/store';
import { actorOf, servers, smallStore } from '@kreisweit/store/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answer, ask, dataOf, shown } from './ask.ts';
import { askAs } from './ask-as.ts';
import { insertManyDistricts } from './fixture/insert-many-districts.ts';
import { insertRows } from './fixture/insert-rows.ts';

const district = '16097';
const aue: Acting = {
  principal: {
    kind: 'person',
    id: 'person:kw_aue',
    name: 'Coordination of Aue',
    grants: [grantOf('DISTRICT_COORDINATOR', { territory: district })],
  },
  requestId: null,
};

/** Who does what in Aue: the district, the association Am Bach, and Birke in it. */
const assigned: readonly TaskAssignment[] = [
  ['courses-aue', 'language-courses', '16097', 'office', 'RESPONSIBLE'],
  ['courses-birke', 'language-courses', '16097002', 'birke-helps', 'RESPONSIBLE'],
  ['housing-bach', 'housing', '160975001', 'bach', 'RESPONSIBLE'],
  ['housing-birke', 'housing', '16097002', 'birke-helps', 'CONTRIBUTES'],
  ['housing-aue', 'housing', '16097', 'office', 'RESPONSIBLE'],
  ['housing-twin', 'housing', '160975001', 'bach-twin', 'RESPONSIBLE'],
].map(([key = '', task = '', territory = '', actor = '', role]) => ({
  key,
  task,
  territory,
  actor,
  role: role as TaskAssignment['role'],
  from: '2026-01-01',
  until: null,
}));

const refusalOf = `... on Error { message } ... on InvalidInputError { problems { field rule } }
  ... on ConflictError { expectedRevision revision }`;

describe.each(servers)('the division of tasks on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
    await saveActors(
      store,
      ['office', 'bach', 'bach-twin', 'birke-helps'].map((key) => actorOf(key)),
    );
    await store.database.pool.query(`update actor set merged_into = 'bach' where key = 'bach-twin'`);
    await insertManyDistricts(store, 400);
  });
  afterAll(() => store.close());
  beforeEach(() =>
    store.database.pool.query('truncate task_assignment, task_override, district_task, task_revision'),
  );

  const insert = (assignments: readonly TaskAssignment[]) =>
    insertRows(
      store,
      'task_assignment',
      [
        'district_key',
        'key',
        'task_key',
        'territory_kind',
        'territory_key',
        'actor_key',
        'role',
        'valid_from',
        'valid_until',
        'revision',
      ],
      assignments.map(({ key, task, territory, actor, role, from, until }) => [
        district,
        key,
        task,
        { 5: 'district', 9: 'association' }[territory.length] ?? 'municipality',
        territory,
        actor,
        role,
        from,
        until,
        7,
      ]),
    );

  test('the catalogue says what is usual, and a district how it is there', async () => {
    const { saveTask, saveTaskOverride } = actingStore(store, aue);
    const words = { de: 'Nach Satzung', en: 'By statute' };
    await saveTaskOverride({
      district,
      override: { task: 'reception', obligation: null, level: 'MUNICIPAL', reason: words },
      expectedRevision: 0,
    });
    const own = { key: 'harvest', title: words, description: words, stateLaw: null };
    await saveTask({
      district,
      task: { ...own, obligation: 'VOLUNTARY', level: 'DISTRICT' },
      expectedRevision: 0,
    });
    const { integrationTasks: catalogue, district: there } = (await dataOf(
      store.db,
      `{ integrationTasks(obligation: MANDATORY, carriedBy: DELEGATED) { notice(lang: EN) items { id key title override { reason } revision } }
        district(key: "16097") { tasks { items { id key level district { key } override { level obligation reason(lang: EN) revision } revision } } } }`,
    )) as {
      integrationTasks: { notice: string; items: readonly { key: string }[] };
      district: { tasks: { items: readonly { id: string; key: string }[] } };
    };
    expect(catalogue.notice).toMatch(/no legal advice/);
    expect(catalogue.items.map(({ key }) => key)).toEqual([
      'reception',
      'asylum-seekers-benefits',
      'immigration-authority',
      'naturalisation',
    ]);
    const { items } = there.tasks;
    expect(items).toHaveLength(integrationTasks.length + 1);
    expect(shown([items[0], items.at(-1)])).toMatchInlineSnapshot(`
      "[
        {
          id: 'SW50ZWdyYXRpb25UYXNrOjE2MDk3L3JlY2VwdGlvbg==',
          key: 'reception',
          level: 'MUNICIPAL',
          district: null,
          override: { level: 'MUNICIPAL', obligation: null, reason: 'By statute', revision: 1 },
          revision: null
        },
        {
          id: 'SW50ZWdyYXRpb25UYXNrOjE2MDk3L2hhcnZlc3Q=',
          key: 'harvest',
          level: 'DISTRICT',
          district: { key: '16097' },
          override: null,
          revision: 2
        }
      ]"
    `);
    const nodes = await dataOf(
      store.db,
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on IntegrationTask { level } } }`,
      {
        ids: [
          items[0]?.id,
          (catalogue.items[0] as { id?: string } | undefined)?.id,
          Buffer.from('IntegrationTask:16123/reception').toString('base64'),
        ],
      },
    );
    expect(nodes).toEqual({ nodes: [{ level: 'MUNICIPAL' }, { level: 'DELEGATED' }, null] });
  });

  test('the matrix is packed by territory and task', async () => {
    await insert(assigned);
    expect(
      await answer(
        store.db,
        `{ district(key: "16097") { taskMatrix(on: "2026-06-01", tasks: ["housing", "language-courses"]) {
          on tasks { key } territories { key kind name associationKey } coverage coverageTitles(lang: EN) { coverage title } responsibleKeys actors { key }
          assignments { key actorKey role } cells(territory: "160975001002", task: "housing") { totalCount nodes {
            task { title levelTitle(lang: EN) obligationTitle } territory { name } coverageTitle assignments { key role roleTitle } } } } } }`,
      ),
    ).toMatchInlineSnapshot(`
      "{
        district: {
          taskMatrix: {
            on: '2026-06-01',
            tasks: [ { key: 'housing' }, { key: 'language-courses' } ],
            territories: [
              { key: '16097', kind: 'DISTRICT', name: 'Aue', associationKey: null },
              { key: '160975001', kind: 'ASSOCIATION', name: 'Am Bach', associationKey: null },
              { key: '16097001', kind: 'MUNICIPALITY', name: 'Ahorn', associationKey: null },
              { key: '16097002', kind: 'MUNICIPALITY', name: 'Birke', associationKey: '160975001' },
              { key: '16097003', kind: 'MUNICIPALITY', name: 'Buche', associationKey: '160975001' }
            ],
            coverage: [
              [ 'OWN', 'OWN' ],
              [ 'OWN', 'COVERED' ],
              [ 'GAP', 'COVERED' ],
              [ 'COVERED', 'OWN' ],
              [ 'COVERED', 'COVERED' ]
            ],
            coverageTitles: [
              { coverage: 'OWN', title: 'Settled here' },
              { coverage: 'COVERED', title: 'Settled by association or district' },
              { coverage: 'GAP', title: 'Nobody responsible' },
              { coverage: 'DISTRICT_GAP', title: 'Gap at the district' },
              { coverage: 'NOT_EXPECTED', title: 'Not expected here' }
            ],
            responsibleKeys: [
              [ [ 'office' ], [ 'office' ] ],
              [ [ 'bach' ], [ 'office' ] ],
              [ [], [ 'office' ] ],
              [ [ 'bach' ], [ 'birke-helps', 'office' ] ],
              [ [ 'bach' ], [ 'office' ] ]
            ],
            actors: [ { key: 'bach' }, { key: 'birke-helps' }, { key: 'office' } ],
            assignments: [
              { key: 'courses-aue', actorKey: 'office', role: 'RESPONSIBLE' },
              { key: 'courses-birke', actorKey: 'birke-helps', role: 'RESPONSIBLE' },
              { key: 'housing-aue', actorKey: 'office', role: 'RESPONSIBLE' },
              { key: 'housing-bach', actorKey: 'bach', role: 'RESPONSIBLE' },
              { key: 'housing-birke', actorKey: 'birke-helps', role: 'CONTRIBUTES' },
              { key: 'housing-twin', actorKey: 'bach', role: 'RESPONSIBLE' }
            ],
            cells: {
              totalCount: 1,
              nodes: [
                {
                  task: {
                    title: 'Wohnen',
                    levelTitle: 'Task of the municipalities',
                    obligationTitle: 'Freiwillige Aufgabe'
                  },
                  territory: { name: 'Birke' },
                  coverageTitle: 'Durch Verband oder Landkreis geregelt',
                  assignments: [
                    { key: 'housing-birke', role: 'CONTRIBUTES', roleTitle: 'Wirkt mit' },
                    { key: 'housing-bach', role: 'RESPONSIBLE', roleTitle: 'Federführend' },
                    { key: 'housing-twin', role: 'RESPONSIBLE', roleTitle: 'Federführend' }
                  ]
                }
              ]
            }
          }
        }
      }"
    `);
    const narrow = `{ district(key: "16097") {
      taskMatrix(on: "2026-06-01", tasks: ["housing"], territories: ["160975001003"]) { coverage }
      before: taskMatrix(on: "2025-12-31", tasks: ["housing"], territories: ["16097003"]) { coverage } } }`;
    expect(await dataOf(store.db, narrow)).toEqual({
      district: { taskMatrix: { coverage: [['COVERED']] }, before: { coverage: [['GAP']] } },
    });
  });

  test('gaps and overlaps are listed by page', async () => {
    await insert(assigned);
    const gaps = `{ district(key: "16097") {
      all: taskGaps(on: "2026-06-01", first: 1) { totalCount pageInfo { hasNextPage endCursor } }
      taskGaps(on: "2026-06-01", task: "housing") { totalCount nodes { task { key } territory { key name } } }
      mandatory: taskGaps(on: "2026-06-01", territory: "16097", obligation: MANDATORY, first: 2) { totalCount nodes { task { key level } territory { kind } } }
      part: taskGaps(on: "2026-06-01", territory: "160975001002", first: 2) { totalCount nodes { task { key level } } }
      taskOverlaps(on: "2026-06-01") { totalCount nodes {
        task { key } territory { key } nested from until assignments { key actorKey } } }
      same: taskOverlaps(on: "2026-06-01", nested: false) { totalCount } } }`;
    expect(await answer(store.db, gaps)).toMatchInlineSnapshot(`
      "{
        district: {
          all: {
            totalCount: 33,
            pageInfo: { hasNextPage: true, endCursor: 'MTYwOTcvYW50aS1kaXNjcmltaW5hdGlvbg' }
          },
          taskGaps: {
            totalCount: 1,
            nodes: [ { task: { key: 'housing' }, territory: { key: '16097001', name: 'Ahorn' } } ]
          },
          mandatory: {
            totalCount: 9,
            nodes: [
              {
                task: { key: 'asylum-seekers-benefits', level: 'DELEGATED' },
                territory: { kind: 'DISTRICT' }
              },
              { task: { key: 'early-years', level: 'DISTRICT' }, territory: { kind: 'DISTRICT' } }
            ]
          },
          part: {
            totalCount: 4,
            nodes: [
              { task: { key: 'encounter', level: 'MUNICIPAL' } },
              { task: { key: 'initial-orientation', level: 'MUNICIPAL' } }
            ]
          },
          taskOverlaps: {
            totalCount: 1,
            nodes: [
              {
                task: { key: 'language-courses' },
                territory: { key: '16097002' },
                nested: true,
                from: '2026-01-01',
                until: null,
                assignments: [
                  { key: 'courses-aue', actorKey: 'office' },
                  { key: 'courses-birke', actorKey: 'birke-helps' }
                ]
              }
            ]
          },
          same: { totalCount: 0 }
        }
      }"
    `);

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const data = (await dataOf(
        store.db,
        `query ($after: String) { district(key: "16097") { taskGaps(on: "2026-06-01", first: 25, after: $after) {
          nodes { task { key } territory { key } } pageInfo { hasNextPage endCursor } } } }`,
        { after },
      )) as {
        district: {
          taskGaps: {
            nodes: readonly { task: { key: string }; territory: { key: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        };
      };
      const { nodes, pageInfo } = data.district.taskGaps;
      seen.push(...nodes.map(({ task, territory }) => `${territory.key} ${task.key}`));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    const municipal = integrationTasks.filter(({ level }) => level === 'MUNICIPAL').length;
    // Of the others all but the courses are missing, once; of the municipalities' own, housing is settled in two of three.
    expect(seen).toHaveLength(integrationTasks.length - municipal - 1 + 3 * municipal - 2);
  });

  test.each([
    ['taskGaps(task: "hosing") { totalCount }', 'task', "Did you mean 'housing'?"],
    ['taskGaps(territory: "16099") { totalCount }', 'territory', "There is no territory '16099' here"],
    ['taskOverlaps(task: "hosing") { totalCount }', 'task', "Did you mean 'housing'?"],
    ['taskOverlaps(territory: "Birke") { totalCount }', 'territory', "'Birke' is no key of a territory"],
    [
      'taskMatrix(tasks: ["hosing", "housing", "recepton"]) { on }',
      'tasks',
      "'housing'? There is no task 'recepton' here. Did you mean 'reception'?",
    ],
    ['taskMatrix(territories: ["16097020"]) { on }', 'territories', "or '16097002'"],
    ['taskMatrix { cells(task: "hosing") { totalCount } }', 'task', "Did you mean 'housing'?"],
    ['taskMatrix { cells(territory: "16099001") { totalCount } }', 'territory', 'no territory'],
    ['taskAssignments(task: "hosing") { totalCount }', 'task', "Did you mean 'housing'?"],
    ['taskAssignments(territory: "16099001") { totalCount }', 'territory', 'no territory'],
    ['taskAssignments(territory: "Birke") { totalCount }', 'territory', 'is no key of a territory'],
    ['taskAssignments(actor: "ofice") { totalCount }', 'actor', "Did you mean 'office'?"],
    ['actors { nodes { assignments(task: "hosing") { totalCount } } }', 'task', 'housing'],
    ['actors { nodes { assignments(territory: "16777") { totalCount } } }', 'territory', 'Nothing is known'],
  ])(
    'a filter by what is not there is refused, not answered with nothing: %s',
    async (field, argument, hint) => {
      await insert(assigned);
      const { errors } = await ask(store.db, `{ district(key: "16097") { ${field} } }`);
      expect(errors[0]).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument,
        message: expect.stringContaining(hint),
      });
    },
  );

  test('a filter takes what is there without an assignment, and a merged actor under both of its keys', async () => {
    await insert(assigned);
    const { saveTask } = actingStore(store, aue);
    const words = { de: 'Saison', en: 'Season' };
    const task = { key: 'harvest', title: words, description: words, stateLaw: null } as const;
    await saveTask({
      district,
      task: { ...task, obligation: 'VOLUNTARY', level: 'DISTRICT' },
      expectedRevision: 0,
    });
    expect(
      await dataOf(
        store.db,
        `{ district(key: "16097") {
          own: taskAssignments(task: "harvest") { totalCount } empty: taskAssignments(territory: "160975001003") { totalCount }
          uninhabited: taskAssignments(territory: "16097666") { totalCount } twin: taskAssignments(actor: "bach-twin") { totalCount }
          gap: taskGaps(task: "harvest") { nodes { territory { key } } } }
          node(id: "${Buffer.from('Actor:bach').toString('base64')}") { ... on Actor {
            assignments(task: "harvest", territory: "16099") { totalCount } } } }`,
      ),
    ).toEqual({
      district: {
        own: { totalCount: 0 },
        empty: { totalCount: 0 },
        uninhabited: { totalCount: 0 },
        twin: { totalCount: 2 },
        gap: { nodes: [{ territory: { key: '16097' } }] },
      },
      node: { assignments: { totalCount: 0 } },
    });
  });

  test("what an actor had is nobody's from the day on which the actor is deactivated", async () => {
    await insert(assigned);
    const { pool } = store.database;
    await pool.query(`update actor set deactivated_on = '2026-03-01' where key = 'bach'`);
    const document = `query ($on: Date) { district(key: "16097") {
      taskMatrix(on: $on, tasks: ["housing"], territories: ["16097003"]) { coverage }
      taskAssignments(on: $on, actor: "bach") { totalCount } all: taskAssignments(anyDay: true, actor: "bach") { totalCount } } }`;
    const before = await dataOf(store.db, document, { on: '2026-02-28' });
    const after = await dataOf(store.db, document, { on: '2026-03-01' });
    await pool.query(`update actor set deactivated_on = null where key = 'bach'`);
    expect([before, after]).toEqual([
      {
        district: {
          taskMatrix: { coverage: [['COVERED']] },
          taskAssignments: { totalCount: 2 },
          all: { totalCount: 2 },
        },
      },
      {
        district: {
          taskMatrix: { coverage: [['GAP']] },
          taskAssignments: { totalCount: 0 },
          all: { totalCount: 2 },
        },
      },
    ]);
  });

  test('a municipality and an actor say what is settled with them', async () => {
    await insert(assigned);
    const { municipality, association, wood, nodes } = (await dataOf(
      store.db,
      `{ municipality(key: "16097002") { tasks(on: "2026-06-01") { task { key } coverage assignments { key } } }
        association: territory(key: "160975001") { ... on Association { tasks(on: "2026-06-01") { task { key } coverage } } }
        wood: municipality(key: "16097666") { tasks { coverage } }
        nodes(ids: ["${Buffer.from('Actor:bach').toString('base64')}", "${Buffer.from('TaskAssignment:16097/housing-twin').toString('base64')}"]) {
          ... on Actor { assignments(on: "2026-06-01") { nodes { key district { key } actor { key } task { title } territory { key } from until revision } } }
          ... on TaskAssignment { key actorKey } } }`,
    )) as Record<string, { tasks: readonly { task: { key: string }; coverage: string }[] }> & {
      nodes: readonly unknown[];
    };
    expect(municipality?.tasks).toHaveLength(integrationTasks.length);
    expect(municipality?.tasks.filter(({ coverage }) => !coverage.endsWith('GAP'))).toEqual([
      {
        task: { key: 'housing' },
        coverage: 'COVERED',
        assignments: [{ key: 'housing-birke' }, { key: 'housing-bach' }, { key: 'housing-twin' }],
      },
      {
        task: { key: 'language-courses' },
        coverage: 'OWN',
        assignments: [{ key: 'courses-birke' }, { key: 'courses-aue' }],
      },
    ]);
    expect(association?.tasks.find(({ task }) => task.key === 'housing')?.coverage).toBe('OWN');
    expect(wood?.tasks).toEqual([]);
    expect(shown(nodes)).toMatchInlineSnapshot(`
      "[
        {
          assignments: {
            nodes: [
              {
                key: 'housing-bach',
                district: { key: '16097' },
                actor: { key: 'bach' },
                task: { title: 'Wohnen' },
                territory: { key: '160975001' },
                from: '2026-01-01',
                until: null,
                revision: 7
              },
              {
                key: 'housing-twin',
                district: { key: '16097' },
                actor: { key: 'bach' },
                task: { title: 'Wohnen' },
                territory: { key: '160975001' },
                from: '2026-01-01',
                until: null,
                revision: 7
              }
            ]
          }
        },
        { key: 'housing-twin', actorKey: 'bach' }
      ]"
    `);
    const listed = `{ district(key: "16097") { taskAssignments(anyDay: true, role: RESPONSIBLE, actor: "bach", first: 1) {
      totalCount nodes { key } pageInfo { hasNextPage } } } }`;
    expect(await dataOf(store.db, listed)).toEqual({
      district: {
        taskAssignments: { totalCount: 2, nodes: [{ key: 'housing-bach' }], pageInfo: { hasNextPage: true } },
      },
    });
  });

  /** The answer to one mutation. */
  async function done(mutation: string): Promise<Record<string, unknown>> {
    const { data, errors } = await askAs(store, aue, `mutation { done: ${mutation} }`);
    if (errors.length > 0) throw new Error(shown(errors));
    return (data as { done: Record<string, unknown> }).done;
  }

  test('a coordinator adds, adapts, assigns, ends and removes', async () => {
    const text = '{ de: "Anruf: 0170 1234567", en: "Call" }';
    const task = (
      revision: number,
    ) => `saveTask(expectedRevision: ${revision}, task: { district: "16097", key: "harvest",
      title: { de: "Saison", en: "Season" }, description: ${text}, obligation: VOLUNTARY, level: DISTRICT })
      { ... on SaveTaskPayload { task { key revision } warnings(lang: EN) } ${refusalOf} }`;
    const saved = await done(task(0));
    expect(saved).toMatchObject({
      task: { key: 'harvest', revision: 1 },
      warnings: [expect.stringContaining('0170')],
    });
    expect(await done(task(0))).toMatchObject({ expectedRevision: 0, revision: 1 });

    const override =
      await done(`saveTaskOverride(expectedRevision: 0, override: { district: "16097", task: "reception",
      level: MUNICIPAL, reason: { de: "Gesetz", en: "Act" } })
      { ... on SaveTaskOverridePayload { task { level override { reason revision } } } ${refusalOf} }`);
    expect(override).toMatchObject({ task: { level: 'MUNICIPAL', override: { reason: 'Gesetz' } } });
    const { revision } = (override as { task: { override: { revision: number } } }).task.override;
    expect(
      await done(`removeTaskOverride(district: "16097", task: "reception", expectedRevision: ${revision})
        { ... on RemoveTaskOverridePayload { task { level override { level } } } ${refusalOf} }`),
    ).toEqual({ task: { level: 'DELEGATED', override: null } });

    const assignment = (
      revision: number,
    ) => `saveTaskAssignment(expectedRevision: ${revision}, assignment: { district: "16097",
      key: "harvest-birke", task: "harvest", territory: "160975001002", actor: "office", role: INFORMED, from: "2026-01-01" })
      { ... on TaskAssignmentPayload { assignment { key task { title } territoryKey role revision } } ${refusalOf} }`;
    const first = (await done(assignment(0))) as { assignment: { revision: number } };
    expect(first).toMatchObject({
      assignment: { task: { title: 'Saison' }, territoryKey: '16097002', role: 'INFORMED' },
    });
    const seen = first.assignment.revision;
    expect(await done(assignment(99))).toMatchObject({ expectedRevision: 99, revision: seen });
    const named = 'district: "16097", key: "harvest-birke"';
    const ended = await done(`endTaskAssignment(${named}, until: "2026-12-31", expectedRevision: ${seen})
      { ... on TaskAssignmentPayload { assignment { until revision } } ${refusalOf} }`);
    expect(ended).toMatchObject({ assignment: { until: '2026-12-31' } });
    const removal = `removeTaskAssignment(${named}, expectedRevision: ${seen})
      { ... on TaskAssignmentPayload { assignment { key } } ${refusalOf} }`;
    expect(await done(removal)).toMatchObject({ expectedRevision: seen });
    const { revision: last } = (ended as { assignment: { revision: number } }).assignment;
    expect(await done(removal.replace(`expectedRevision: ${seen}`, `expectedRevision: ${last}`))).toEqual({
      assignment: { key: 'harvest-birke' },
    });
    expect(
      await done(`removeTask(district: "16097", key: "harvest", expectedRevision: 1)
        { ... on RemoveTaskPayload { task { key } } ${refusalOf} }`),
    ).toEqual({ task: { key: 'harvest' } });
  });

  test('every mutation says by field and rule what is wrong', async () => {
    await insert(assigned);
    const refused: Record<string, unknown> = {};
    const named = 'district: "16097", expectedRevision: 0';
    for (const mutation of [
      `saveTask(expectedRevision: 0, task: { district: "16097", key: "Housing", title: { de: "", en: "x" }, description: { de: "x", en: " " },
        obligation: VOLUNTARY, level: DISTRICT })`,
      `removeTask(${named}, key: "none")`,
      `saveTaskOverride(expectedRevision: 0, override: { district: "16097", task: "none", reason: { de: "x", en: "" } })`,
      `removeTaskOverride(${named}, task: "none")`,
      `saveTaskAssignment(expectedRevision: 0, assignment: { district: "16097", key: "X", task: "none", territory: "16097999", actor: "none",
        role: INFORMED, from: "2026-02-01", until: "2026-01-01" })`,
      `endTaskAssignment(district: "16097", key: "housing-aue", until: "2025-12-31", expectedRevision: 7)`,
      `removeTaskAssignment(${named}, key: "none")`,
    ]) {
      const { problems } = (await done(`${mutation} { ${refusalOf} }`)) as {
        problems: readonly { field: string; rule: string }[];
      };
      const [name = ''] = mutation.split('(');
      refused[name] = problems.map(({ field, rule }) => `${field} ${rule}`);
    }
    expect(shown(refused)).toMatchInlineSnapshot(`
      "{
        saveTask: [ 'task.key FORM', 'task.title.de REQUIRED', 'task.description.en REQUIRED' ],
        removeTask: [ 'key UNKNOWN' ],
        saveTaskOverride: [ 'override.task UNKNOWN', 'override.reason.en REQUIRED', 'override REQUIRED' ],
        removeTaskOverride: [ 'task UNKNOWN' ],
        saveTaskAssignment: [
          'assignment.key FORM',
          'assignment.task UNKNOWN',
          'assignment.territory UNKNOWN',
          'assignment.actor UNKNOWN',
          'assignment.until ORDER'
        ],
        endTaskAssignment: [ 'until ORDER' ],
        removeTaskAssignment: [ 'key UNKNOWN' ]
      }"
    `);
  });

  const places: readonly TaskTerritory[] = (
    [
      ['16097', 'district', null],
      ['160975001', 'association', null],
      ['16097001', 'municipality', null],
      ['16097002', 'municipality', '160975001'],
      ['16097003', 'municipality', '160975001'],
    ] as const
  ).map(([key, kind, association]) => ({
    key,
    kind,
    association,
    sameAs: null,
    district: kind === 'district' ? null : district,
  }));

  const anyDay = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04');
  const anyAssignments = fc.uniqueArray(
    fc.record({
      key: fc.integer({ min: 0, max: 9999 }).map((number) => `a${number}`),
      task: fc.constantFrom('housing', 'language-courses', 'reception'),
      territory: fc.constantFrom(...places.map(({ key }) => key)),
      actor: fc.constantFrom('office', 'bach', 'birke-helps'),
      role: fc.constantFrom('RESPONSIBLE' as const, ...taskRoles),
      from: fc.option(anyDay, { nil: null }),
      until: fc.option(anyDay, { nil: null }),
    }),
    { maxLength: 25, selector: ({ key }) => key },
  );

  test('what is read back is the matrix of the domain', async () => {
    await fc.assert(
      fc.asyncProperty(anyAssignments, anyDay, async (drawn, on) => {
        const assignments = drawn.filter(({ from, until }) => (from ?? '') <= (until ?? '9999'));
        await store.database.pool.query('truncate task_assignment');
        if (assignments.length > 0) await insert(assignments);
        const found = (await dataOf(
          store.db,
          `query ($on: Date) { district(key: "16097") { taskMatrix(on: $on) { coverage responsibleKeys
            cells(first: 500) { totalCount nodes { territory { key } task { key } coverage assignments { key } } } } } }`,
          { on },
        )) as {
          district: {
            taskMatrix: {
              coverage: unknown;
              responsibleKeys: unknown;
              cells: { nodes: readonly { assignments: readonly unknown[] }[] };
            };
          };
        };
        const cells = taskMatrix(assignments, places, integrationTasks, on);
        const rows = places.map((_, row) =>
          cells.slice(row * integrationTasks.length, (row + 1) * integrationTasks.length),
        );
        const { coverage, responsibleKeys, cells: page } = found.district.taskMatrix;
        expect(coverage).toEqual(rows.map((row) => row.map((cell) => cell.coverage)));
        expect(responsibleKeys).toEqual(
          rows.map((row) =>
            row.map((cell) => [
              ...new Set(
                cell.assignments.filter(({ role }) => role === 'RESPONSIBLE').map(({ actor }) => actor),
              ),
            ]),
          ),
        );
        const told = cells
          .filter((cell) => cell.assignments.length > 0)
          .map((cell) => ({
            territory: { key: cell.territory },
            task: { key: cell.task },
            coverage: cell.coverage,
            assignments: cell.assignments.map(({ key }) => ({ key })),
          }));
        const filled = page.nodes.filter((cell) => cell.assignments.length > 0);
        expect(filled).toHaveLength(told.length);
        expect(filled).toEqual(expect.arrayContaining(told));
      }),
      { numRuns: 15 },
    );
  });

  describe('statements', () => {
    let statements = 0;
    const counting = () =>
      store.db.withPlugin({
        transformQuery: ({ node }) => {
          statements += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      });

    test.each([
      ['tasks', 3, 'nodes { tasks { items { key override { reason } } } }'],
      [
        'matrices, gaps, overlaps and their parts',
        6,
        `nodes { taskMatrix { coverage responsibleKeys actors { key } assignments { key task { key } actor { key } } }
          taskGaps(first: 1) { totalCount nodes { task { key } territory { key } } } taskOverlaps(first: 1) { totalCount } }`,
      ],
      ['assignments', 3, 'nodes { taskAssignments(first: 2) { totalCount nodes { key } } }'],
      ['what is settled in municipalities', 7, 'nodes { municipalities { tasks { coverage } } }'],
    ] as const)('%s take %i, for one district and for 400', async (_, expected, selection) => {
      await insert(assigned);
      const document = `query ($first: Int!, $filter: DistrictFilter) { districts(first: $first, filter: $filter) { ${selection} } }`;
      const db = counting();
      await dataOf(db, document, { first: 1 });
      const counts: number[] = [];
      for (const variables of [{ first: 1, filter: { state: '16' } }, { first: 405 }]) {
        statements = 0;
        await dataOf(db, document, variables);
        counts.push(statements);
      }
      expect(counts).toEqual([expected, expected]);
    });

    test('the assignments of all actors take one', async () => {
      await insert(assigned);
      const db = counting();
      statements = 0;
      await dataOf(db, '{ actors { nodes { key } } }');
      const without = statements;
      statements = 0;
      await dataOf(db, '{ actors { nodes { key assignments { totalCount } } } }');
      expect(statements).toBe(without + 1);
    });
  });
});
