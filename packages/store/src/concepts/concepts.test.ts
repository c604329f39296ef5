import {
  type Acting,
  actionProgress,
  actionProgresses,
  type ConceptAction,
  type ConceptVersion,
  conceptOn,
  grantOf,
  InputProblems,
  NotAllowed,
} from '@kreisweit/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { everyEntry } from '../audit/audit-query.ts';
import { auditTrail } from '../audit/audit-trail.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Store } from '../open-store.ts';
import type { StoreSchema } from '../store-schema.ts';
import { servers } from '../testing/engines.ts';
import { addNamedByConcept, smallAction, smallConcept, smallTarget } from '../testing/small-concept.ts';
import { smallStore } from '../testing/small-store.ts';
import { actionsOfActors } from './actions-of-actors.ts';
import { adoptConcept } from './adopt-concept.ts';
import { conceptText } from './concept-address.ts';
import { conceptsByAddress } from './concepts-by-address.ts';
import { conceptsInForce } from './concepts-in-force.ts';
import { conceptsPage } from './concepts-page.ts';
import { copyConceptAsDraft } from './copy-concept-as-draft.ts';
import { type GivenConcept, putConcepts } from './put-concepts.ts';
import { removeConceptDraft } from './remove-concept-draft.ts';
import { reportAction } from './report-action.ts';
import { type DraftConcept, saveConcept } from './save-concept.ts';

const today = '2026-03-10';
const [server] = servers;
let store: Store;
beforeAll(async () => {
  if (server === undefined) throw new Error('there is no server to test on');
  store = await smallStore(server);
  await addNamedByConcept(store);
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.database.pool.query('delete from concept_version; truncate audit_entry');
  await store.database.pool.query('update actor set merged_into = null, deactivated_on = null');
});

const as = (...grants: Acting['principal']['grants']): Acting => ({
  principal: { kind: 'person', id: 'person:one', name: 'Amt in Aue', grants },
  requestId: 'request-1',
});
const coordinator = as(grantOf('DISTRICT_COORDINATOR', { territory: '16097' }));
const birkeHelps = as(grantOf('ACTOR_REPRESENTATIVE', { actor: 'birke-helps' }));

const address = { district: '16097', concept: 'together', number: 1 };
const second = { ...address, number: 2 };
const draft = smallConcept(smallAction);
const byFirst = { adoptedBy: 'together-first', adoptedRound: 1, adoptedOn: '2025-12-10' };
const bySecond = { adoptedBy: 'together-second', adoptedRound: 1, adoptedOn: '2026-03-01' };

const save = (concept: DraftConcept, expectedRevision: number, acting = coordinator) =>
  saveConcept(store, acting, { concept, expectedRevision, today });
const adopt = (number: number, key: string, round: number, expectedRevision: number) =>
  adoptConcept(store, coordinator, {
    concept: { ...address, number },
    decision: { key, round },
    expectedRevision,
  });
const report = (acting: Acting, given: Partial<Parameters<typeof reportAction>[2]> = {}) =>
  reportAction(store, acting, {
    concept: address,
    action: 'language-cafe',
    report: { status: 'DONE', doneOn: '2026-03-05', reason: null },
    expectedRevision: 1,
    today,
    ...given,
  });
const put = (...concepts: readonly ConceptVersion[]) =>
  putGiven(concepts.map((concept) => ({ concept, expectedRevision: null })));
const putGiven = (given: readonly GivenConcept[]) =>
  inTransaction<StoreSchema, Awaited<ReturnType<typeof putConcepts>>>(
    store.database,
    async ({ client, kysely }) =>
      putConcepts(async (text, parameters = []) => (await client.query(text, [...parameters])).rows, kysely, {
        given,
        today,
      }),
  );
const stored = async (number = 1) => (await conceptsByAddress(store.db, [{ ...address, number }]))[0];

async function refusal(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputProblems)) throw error ?? new Error('it was not refused');
  return error.problems.map(({ field, rule, message }) => `${field} ${rule}: ${message}`);
}

test('from a draft to a version that is adopted, reported on and replaced', async () => {
  const saved = await save({ ...draft, district: '160970000000' }, 0);
  expect(await stored()).toEqual(saved);
  expect(saved).toEqual({
    ...draft,
    revision: 1,
    fields: smallConcept({ ...smallAction, revision: 1 } as ConceptAction).fields,
  });
  expect(await save(draft, 1)).toEqual(saved);
  const title = { de: 'Gemeinsam', en: 'Jointly' };
  expect(await save({ ...draft, title, fields: [...draft.fields].reverse() }, 1)).toMatchObject({
    ...{ title, revision: 2 },
    fields: [{ key: 'work' }, { key: 'language' }],
  });
  expect(await adopt(1, 'together-first', 1, 2)).toMatchObject({ ...byFirst, title, revision: 3 });
  await report(birkeHelps);
  const next = await copyConceptAsDraft(store, coordinator, address);
  expect(next).toMatchObject({ number: 2, revision: 1, adoptedOn: null, title });
  expect(next.fields[1]?.goals[0]?.actions[0]).toMatchObject({ status: 'DONE', revision: 1 });
  expect(await stored(2)).toEqual(next);
  await adopt(2, 'together-second', 1, 1);

  const [inForce, before, never] = await conceptsInForce(store.db, {
    requests: [
      { district: '16097', on: today },
      { district: '16097', on: '2026-02-28' },
      { district: '16097', on: '2025-12-31' },
    ],
  });
  expect([inForce, before, never].map((found) => found?.map(conceptText))).toEqual([
    ['16097/together/2'],
    ['16097/together/1'],
    [],
  ]);
  const { rows } = await auditTrail(store.db, { ...everyEntry, districts: null, first: 20, after: null });
  expect(rows.map(({ what, subject, role }) => `${what} ${subject.key} ${role}`).reverse()).toEqual([
    'concept.saved 16097/together/1 DISTRICT_COORDINATOR',
    'concept.saved 16097/together/1 DISTRICT_COORDINATOR',
    'concept.adopted 16097/together/1 DISTRICT_COORDINATOR',
    'concept.actionReported 16097/together/1/language-cafe ACTOR_REPRESENTATIVE',
    'concept.copied 16097/together/2 DISTRICT_COORDINATOR',
    'concept.adopted 16097/together/2 DISTRICT_COORDINATOR',
  ]);
  expect(rows.find(({ what }) => what === 'concept.actionReported')).toMatchObject({
    before: { status: 'RUNNING', doneOn: null, reason: null },
    after: { status: 'DONE', doneOn: '2026-03-05', reason: null },
  });
});

test('tells everything that is wrong in the words of the argument, with nothing saved', async () => {
  await store.database.pool.query(`update actor set deactivated_on = '2026-01-01' where key = 'town-hall'`);
  const action = {
    ...smallAction,
    actors: ['birke-help', 'town-hall'],
    status: 'DONE' as const,
    doneOn: '2026-03-11',
    tasks: ['advise'],
    recommendations: ['exchanges'],
  };
  const odd = smallConcept(action, { ...action, actors: [] });
  const fields = odd.fields.map((field) => ({
    ...field,
    goals: field.goals.map((goal) => ({
      ...goal,
      targets: [
        { ...smallTarget, indicator: 'small/resident' },
        { ...smallTarget, key: 'two', breakdown: { sex: 'femal' } },
        { ...smallTarget, key: 'three', indicator: 'small/places', breakdown: { sex: 'female' } },
      ],
    })),
  }));
  expect(await refusal(save({ ...odd, fields, until: '2025-01-01' }, 0))).toMatchInlineSnapshot(`
    [
      "concept.until ORDER: it ends on 2025-01-01, before it begins on 2026-01-01: swap the days or mend one",
      "concept.fields.0.goals.0.targets.0.indicator UNKNOWN: there is no indicator 'small/resident': did you mean 'small/residents'?",
      "concept.fields.0.goals.0.targets.1.breakdown UNKNOWN: 'sex' has no category 'femal': did you mean 'female'?",
      "concept.fields.0.goals.0.targets.2.breakdown UNKNOWN: 'small/places' is not broken down by 'sex': it has totals only",
      "concept.fields.0.goals.0.actions.0.recommendations.0 UNKNOWN: there is no recommendation 'exchanges': did you mean 'exchange'?",
      "concept.fields.0.goals.0.actions.0.tasks.0 UNKNOWN: there is no task 'advise': did you mean 'advice'?",
      "concept.fields.0.goals.0.actions.0.actors.0 UNKNOWN: there is no actor 'birke-help': did you mean 'birke-helps'?",
      "concept.fields.0.goals.0.actions.0.actors.1 UNKNOWN: 'town-hall' is not active since 2026-01-01: choose another actor",
      "concept.fields.0.goals.0.actions.0.doneOn ORDER: 2026-03-11 is still to come: say that it is done when it is",
      "concept.fields.0.goals.0.actions.1.recommendations.0 UNKNOWN: there is no recommendation 'exchanges': did you mean 'exchange'?",
      "concept.fields.0.goals.0.actions.1.tasks.0 UNKNOWN: there is no task 'advise': did you mean 'advice'?",
      "concept.fields.0.goals.0.actions.1.actors REQUIRED: nobody carries it out: name at least one actor",
      "concept.fields.0.goals.0.actions.1.doneOn ORDER: 2026-03-11 is still to come: say that it is done when it is",
      "concept.fields.0.goals.0.actions.1.key DUPLICATE: 'language-cafe' is already at fields.0.goals.0.actions.0.key: leave one of them out",
    ]
  `);
  expect(await stored()).toBeNull();
  expect(
    await refusal(save({ ...draft, district: '16099', concept: 'theirs' }, 0, as(grantOf('ADMINISTRATOR')))),
  ).toEqual([
    // The task that Aue has added is none of Fels.
    "concept.fields.0.goals.0.tasks.0 UNKNOWN: there is no task 'advice': enter it first or mend the key",
    "concept.fields.0.goals.0.actions.0.tasks.0 UNKNOWN: there is no task 'advice': enter it first or mend the key",
  ]);
});

test('an adopted version refuses every change but how far its actions are', async () => {
  await put({ ...draft, ...byFirst });
  const before = await stored();
  const asIs = 'version 1 is adopted since 2025-12-10 and stays as it is: copy it as a draft and change that';
  expect(await refusal(save(draft, 1))).toEqual([`concept.number CONFLICT: ${asIs}`]);
  expect(await refusal(save({ ...draft, until: null }, 0))).toEqual([`concept.number CONFLICT: ${asIs}`]);

  const [field, work] = draft.fields;
  const [goal] = field?.goals ?? [];
  if (field === undefined || work === undefined || goal === undefined) throw new Error('there is no goal');
  const adopted = { ...draft, ...byFirst };
  const withGoal = (change: Partial<typeof goal>) => ({
    ...adopted,
    fields: [{ ...field, goals: [{ ...goal, ...change }] }, work],
  });
  const changes: readonly (readonly [string, ConceptVersion])[] = [
    ['title.de', { ...adopted, title: { ...adopted.title, de: 'Anders' } }],
    ['until', { ...adopted, until: '2029-12-31' }],
    ['adoptedRound', { ...adopted, adoptedRound: 2 }],
    ['fields', { ...adopted, fields: [field] }],
    ['fields.0.key', { ...adopted, fields: [{ ...field, key: 'german' }, work] }],
    ['fields.0.goals.0.recommendations', withGoal({ recommendations: [] })],
    ['fields.0.goals.0.targets', withGoal({ targets: [] })],
    [
      'fields.0.goals.0.targets.0.value',
      withGoal({ targets: [{ ...smallTarget, value: 1 }, goal.targets[1] ?? smallTarget] }),
    ],
    ['fields.0.goals.0.actions', withGoal({ actions: [] })],
    ['fields.0.goals.0.actions.0.until', withGoal({ actions: [{ ...smallAction, until: null }] })],
    [
      'fields.0.goals.0.actions.0.actors.0',
      withGoal({ actions: [{ ...smallAction, actors: ['town-hall'] }] }),
    ],
    ['fields.0.goals.0.actions.0.tasks', withGoal({ actions: [{ ...smallAction, tasks: [] }] })],
  ];
  for (const [field, change] of changes) {
    const refused = await refusal(put(change));
    expect(refused.map((line) => line.split(' ')[0])).toEqual([`concepts.0.${field}`]);
  }
  expect(await refusal(put({ ...draft }))).toHaveLength(3);
  expect(await stored()).toEqual(before);

  const done = { status: 'DONE', doneOn: '2026-03-01', reason: null } as const;
  const [reported] = await put({ ...smallConcept({ ...smallAction, ...done }), ...byFirst });
  expect(reported?.after).toMatchObject({ revision: 1 });
  expect(await stored()).toEqual(reported?.after);
  const late = { ...smallConcept({ ...smallAction, ...done, doneOn: '2026-03-11' }), ...byFirst };
  expect(await refusal(put(late))).toEqual([
    'concepts.0.fields.0.goals.0.actions.0.doneOn ORDER: 2026-03-11 is still to come: say that it is done when it is',
  ]);
});

test('only a carried decision of the district adopts, once, one version, and in their order', async () => {
  await save(draft, 0);
  const open = 'is not carried: a concept is adopted when it is';
  expect(await refusal(adopt(1, 'together-open', 1, 1))).toEqual([
    `decision CONFLICT: the joint decision together-open/1 ${open}`,
  ]);
  expect(await refusal(adopt(1, 'together-theirs', 1, 1))).toEqual([
    `decision CONFLICT: the joint decision together-theirs/1 ${open}`,
  ]);
  expect(await refusal(adopt(1, 'together-first', 2, 1))).toHaveLength(1);
  const ofAnother =
    "the joint decision learning-plan/1 is not about this concept: name one whose key is 'together' or begins with 'together-'";
  expect(await refusal(adopt(1, 'learning-plan', 1, 1))).toEqual([`decision CONFLICT: ${ofAnother}`]);
  const byPlan = { adoptedBy: 'learning-plan', adoptedRound: 1, adoptedOn: '2026-03-01' };
  expect(await refusal(put({ ...draft, ...byPlan }))).toEqual([
    `concepts.0.adoptedBy CONFLICT: ${ofAnother}`,
  ]);
  expect(await refusal(adopt(2, 'together-first', 1, 1))).toEqual([
    'concept UNKNOWN: there is no version 16097/together/2: look at the concepts of the district',
  ]);
  await expect(adopt(1, 'together-second', 1, 2)).rejects.toMatchObject({
    name: 'RevisionConflict',
    revision: 1,
  });
  await adopt(1, 'together-second', 1, 1);
  expect(await refusal(adopt(1, 'together-first', 1, 2))).toEqual([
    'concept CONFLICT: version 1 is adopted since 2026-03-01: copy it as a draft to change it',
  ]);
  await copyConceptAsDraft(store, coordinator, address);
  expect(await refusal(adopt(2, 'together-second', 1, 1))).toEqual([
    'decision DUPLICATE: the joint decision together-second/1 has adopted version 1 already',
  ]);
  expect(await refusal(adopt(2, 'together-first', 1, 1))).toEqual([
    'decision ORDER: it was carried on 2025-12-10, before version 1 was adopted on 2026-03-01: name a later one',
  ]);
  expect(await stored(2)).toMatchObject({ adoptedOn: null, revision: 1 });
});

test('of two at once one is told, and nothing of the other is lost', async () => {
  await save(draft, 0);
  const conflict = { name: 'RevisionConflict', subject: { kind: 'concept', key: '16097/together/1' } };
  await expect(save({ ...draft, until: null }, 0)).rejects.toMatchObject({ ...conflict, revision: 1 });
  await expect(save({ ...draft, number: 7 }, 1)).rejects.toMatchObject({ revision: 0 });
  const race = async (...works: readonly (() => Promise<unknown>)[]) => {
    const settled = await Promise.allSettled(works.map((work) => work()));
    const lost = settled.filter((one) => one.status === 'rejected');
    expect(lost).toHaveLength(1);
    return lost[0]?.reason;
  };
  const title = { de: 'Anders', en: 'Different' };
  expect(
    await race(
      () => save({ ...draft, until: null }, 1),
      () => save({ ...draft, title }, 1),
    ),
  ).toMatchObject({ ...conflict, expectedRevision: 1, revision: 2 });
  await race(
    () => adopt(1, 'together-first', 1, 2),
    () => save({ ...draft, from: null }, 2),
  );
  await store.database.pool.query('delete from concept_version');
  await put({ ...draft, ...byFirst });
  const copies = [1, 2, 3].map(() => copyConceptAsDraft(store, coordinator, address));
  const settled = await Promise.allSettled(copies);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const copy of settled) {
    if (copy.status === 'rejected') expect(copy.reason.name).toMatch(/^(RevisionConflict|InputProblems)$/);
  }
  expect(await stored(3)).toBeNull();
  await race(
    () => removeConceptDraft(store, coordinator, { concept: second, expectedRevision: 1 }),
    () => save({ ...draft, number: 2, from: null }, 1),
  );
  await store.database.pool.query('delete from concept_version');
  await put({ ...smallConcept(smallAction, { ...smallAction, key: 'meeting' }), ...byFirst });
  const stopped = { report: { status: 'STOPPED', doneOn: null, reason: 'Keine Mittel' } } as const;
  expect(
    await race(
      () => report(birkeHelps),
      () => report(coordinator, stopped),
    ),
  ).toMatchObject({
    subject: { kind: 'concept action', key: '16097/together/1/language-cafe' },
    revision: 2,
  });
  // Another action of the same version is in nobody's way.
  await report(birkeHelps, { action: 'meeting' });
});

test('a version is copied while there is no draft of its concept, and numbers have no gaps', async () => {
  expect(await refusal(save({ ...draft, number: 2 }, 0))).toEqual([
    'concept.number ORDER: the next version of this concept is 1, not 2: write 1',
  ]);
  expect(await refusal(save({ ...draft, number: 2, title: { de: '', en: 'Together' } }, 0))).toEqual([
    'concept.number ORDER: the next version of this concept is 1, not 2: write 1',
    expect.stringContaining('concept.title.de REQUIRED'),
  ]);
  await put({ ...draft, ...byFirst });
  await copyConceptAsDraft(store, coordinator, address);
  const isADraft =
    'concept CONFLICT: version 2 of this concept is a draft already: change that, or remove it first';
  expect(await refusal(copyConceptAsDraft(store, coordinator, address))).toEqual([isADraft]);
  expect(await refusal(copyConceptAsDraft(store, coordinator, second))).toEqual([isADraft]);
  expect(await refusal(save({ ...draft, number: 4 }, 0))).toEqual([
    'concept.number ORDER: the next version of this concept is 3, not 4: write 3',
  ]);
  await removeConceptDraft(store, coordinator, { concept: second, expectedRevision: 1 });
  expect(await copyConceptAsDraft(store, coordinator, address)).toMatchObject({ number: 2, revision: 1 });
  // Another concept of the district has its own numbers.
  await save({ ...draft, concept: 'learning' }, 0);
});

test('a draft that is not wanted is removed, and the audit trail keeps it', async () => {
  await put({ ...draft, ...byFirst });
  const copied = await copyConceptAsDraft(store, coordinator, address);
  const remove = (concept: typeof address, expectedRevision: number, acting = coordinator) =>
    removeConceptDraft(store, acting, { concept, expectedRevision });
  for (const acting of [birkeHelps, as(grantOf('DISTRICT_COORDINATOR', { territory: '16099' }))]) {
    await expect(remove(second, 1, acting)).rejects.toThrow(NotAllowed);
  }
  expect(await refusal(remove(address, 1))).toEqual([
    'concept CONFLICT: version 1 is adopted since 2025-12-10 and stays: have another version adopted that replaces it',
  ]);
  await expect(remove(second, 2)).rejects.toMatchObject({ name: 'RevisionConflict', revision: 1 });
  expect(await stored(2)).toEqual(copied);
  expect(await remove({ ...second, district: '160970000000' }, 1)).toEqual(copied);
  expect(await stored(2)).toBeNull();
  expect(await stored()).toMatchObject({ adoptedBy: 'together-first' });
  expect(await refusal(remove(second, 1))).toEqual([
    'concept UNKNOWN: there is no version 16097/together/2: look at the concepts of the district',
  ]);
  const { rows } = await auditTrail(store.db, { ...everyEntry, districts: null, first: 1, after: null });
  expect(rows[0]).toMatchObject({
    ...{ what: 'concept.removed', subject: { kind: 'concept', key: '16097/together/2' } },
    ...{ districts: ['16097'], before: copied, after: null },
  });
});

test('two drafts cannot be adopted by one decision at the same time', async () => {
  await save(draft, 0);
  await save({ ...draft, number: 2 }, 0);
  const settled = await Promise.allSettled([
    adopt(1, 'together-first', 1, 1),
    adopt(2, 'together-first', 1, 1),
  ]);
  const [lost] = settled.filter((one) => one.status === 'rejected');
  expect(lost?.reason).toMatchObject({ problems: [{ field: 'decision', rule: 'DUPLICATE' }] });
  expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
});

test('an action is reported by the coordination and by those who carry it out', async () => {
  await save(draft, 0);
  const isADraft = 'concept CONFLICT: version 1 is a draft: save it with how far its actions are';
  expect(await refusal(report(coordinator))).toEqual([isADraft]);
  await expect(report(birkeHelps)).rejects.toThrow(NotAllowed);
  await adopt(1, 'together-first', 1, 1);
  const foreign = [
    as(grantOf('DISTRICT_COORDINATOR', { territory: '16099' })),
    as(grantOf('ACTOR_REPRESENTATIVE', { actor: 'town-hall' })),
    as(grantOf('MUNICIPALITY_EDITOR', { territory: '16097002' })),
    as(grantOf('ACTOR_REPRESENTATIVE', { territory: '16099', actor: 'birke-helps' })),
  ];
  for (const acting of foreign) await expect(report(acting)).rejects.toThrow(NotAllowed);
  await expect(report(birkeHelps, { action: 'other' })).rejects.toThrow(NotAllowed);
  expect(await refusal(report(coordinator, { action: 'other' }))).toEqual([
    'action UNKNOWN: there is no action 16097/together/1/other: look at the concept',
  ]);
  const wrong = { status: 'STOPPED', doneOn: '2026-03-11', reason: null } as const;
  expect(await refusal(report(birkeHelps, { report: wrong }))).toEqual([
    'report.doneOn CONFLICT: its status is STOPPED: leave the day out, or say that it is DONE',
    'report.doneOn ORDER: 2026-03-11 is still to come: say that it is done when it is',
    'report.reason REQUIRED: it was stopped: say why',
  ]);
  const reported = await report(birkeHelps);
  expect(reported.fields[0]?.goals[0]?.actions[0]).toMatchObject({ status: 'DONE', revision: 2 });
  expect(await stored()).toEqual(reported);
  // What is the same already changes nothing.
  expect(await report(coordinator, { expectedRevision: 2 })).toEqual(reported);
});

test('an actor that was merged is the one that is left: in what is read, saved and reported', async () => {
  const both = { ...smallAction, actors: ['town-hall', 'birke-helps'] };
  await put({ ...smallConcept(both), ...byFirst });
  await store.database.pool.query(
    `update actor set merged_into = 'birke-helps', deactivated_on = null where key = 'town-hall'`,
  );
  const actorsOf = async () => (await stored())?.fields[0]?.goals[0]?.actions[0]?.actors;
  expect(await actorsOf()).toEqual(['birke-helps']);
  await report(as(grantOf('ACTOR_REPRESENTATIVE', { actor: 'town-hall' })));
  const [page] = await actionsOfActors(store.db, {
    ...{ actors: ['town-hall'], on: today, district: null, progress: null },
    ...{ first: 10, after: null },
  });
  expect(page).toMatchObject({ total: 1, rows: [{ action: 'language-cafe' }] });
  await save({ ...smallConcept({ ...smallAction, actors: ['town-hall'] }), number: 2 }, 0);
  expect((await stored(2))?.fields[0]?.goals[0]?.actions[0]?.actors).toEqual(['birke-helps']);
});

test('an actor that is no more may stay in a draft that named it, and represents nobody', async () => {
  await save(draft, 0);
  await store.database.pool.query(`update actor set deactivated_on = '2026-03-01' where key = 'birke-helps'`);
  await save({ ...draft, until: null }, 1);
  const refused = await refusal(save({ ...draft, number: 2 }, 0));
  expect(refused).toEqual([
    "concept.fields.0.goals.0.actions.0.actors.0 UNKNOWN: 'birke-helps' is not active since 2026-03-01: choose another actor",
  ]);
  await adopt(1, 'together-first', 1, 2);
  await expect(report(birkeHelps)).rejects.toThrow(NotAllowed);
  // What was adopted long ago may come from a file now.
  await put({ ...draft, ...byFirst, concept: 'together-first' });
});

const versions = [
  { ...draft, ...byFirst },
  { ...draft, ...bySecond, number: 2, from: '2027-01-01', until: '2028-12-31' },
  { ...draft, number: 3 },
];

test('many versions are put in as many statements as one', async () => {
  const statementsFor = async (given: readonly ConceptVersion[]) => {
    let statements = 0;
    await inTransaction<StoreSchema, void>(store.database, async ({ client, kysely }) => {
      const counted = kysely.withPlugin({
        transformQuery: ({ node }) => {
          statements += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      const concepts = given.map((concept) => ({ concept, expectedRevision: null }));
      const rows = async (text: string, parameters: readonly unknown[] = []) => {
        statements += 1;
        return (await client.query(text, [...parameters])).rows;
      };
      await putConcepts(rows, counted, { given: concepts, today });
    });
    return statements;
  };
  const one = await statementsFor([{ ...draft, concept: 'one' }]);
  expect(await statementsFor(versions)).toBe(one);
  expect(await refusal(put(draft, draft))).toContain(
    'concepts.1.number DUPLICATE: version 16097/together/1 is already at concepts.0: leave one of them out',
  );
  const again = await put(...versions);
  expect(again.every(({ before, after }) => before === after)).toBe(true);
});

test('in force is what the domain says, on every day', async () => {
  await put(...versions, { ...draft, ...bySecond, concept: 'together-second', until: null });
  const days = [
    '2025-12-31',
    '2026-01-01',
    '2026-03-01',
    '2027-01-01',
    '2028-12-31',
    '2029-01-01',
    '2031-01-01',
  ];
  const found = await conceptsInForce(store.db, { requests: days.map((on) => ({ district: '16097', on })) });
  for (const [index, on] of days.entries()) {
    const together = found[index]?.filter(({ concept }) => concept === 'together') ?? [];
    expect(together.map(({ number }) => number)).toEqual([conceptOn(versions, on)?.number].filter(Number));
  }
  expect(found[2]?.map(({ concept }) => concept)).toEqual(['together-second', 'together']);
});

test('drafts are in no page, total or list of actions but for those who may see them', async () => {
  await put(...versions);
  const pagesOf = async (first: number, after: string | null) => {
    const districts = ['16097', '16097', '16099'].map((district, index) => ({
      district,
      drafts: index === 0,
    }));
    const pages = await conceptsPage(store.db, { districts, first, after });
    return pages.map(
      ({ rows, total, hasNext }) => `${rows.map(({ key }) => key).join(' ')} of ${total} ${hasNext}`,
    );
  };
  expect(await pagesOf(10, null)).toEqual([
    'together/0001 together/0002 together/0003 of 3 false',
    'together/0001 together/0002 of 2 false',
    ' of 0 false',
  ]);
  expect((await pagesOf(1, 'together/0001')).slice(0, 2)).toEqual([
    'together/0002 of 3 true',
    'together/0002 of 2 false',
  ]);
  const actions = (on: string, district: string | null = null) =>
    actionsOfActors(store.db, {
      ...{ actors: ['birke-helps', 'others'], on, district, progress: null, first: 10, after: null },
    });
  const numbers = async (on: string) =>
    (await actions(on)).map(({ rows }) => rows.map(({ number }) => number));
  expect(await numbers(today)).toEqual([[1], []]);
  expect(await numbers('2027-06-01')).toEqual([[2], []]);
  expect(await numbers('2031-06-01')).toEqual([[], []]);
  expect((await actions(today, '16099')).map(({ total }) => total)).toEqual([0, 0]);
});

test('actions are filtered by how they stand, as the domain says, and come by their end', async () => {
  const many = (['RUNNING', 'DONE', 'STOPPED'] as const).flatMap((status) =>
    [null, '2026-02-01', '2026-03-10', '2026-12-31'].flatMap((until) =>
      (status === 'DONE' ? [null, '2026-02-01', '2026-03-09'] : [null]).map(
        (doneOn): ConceptAction => ({
          ...smallAction,
          key: `${status}-${until}-${doneOn}`.toLowerCase(),
          ...{ until, status, doneOn, reason: status === 'STOPPED' ? 'Keine Mittel' : null },
        }),
      ),
    ),
  );
  await put({ ...smallConcept(...many), ...byFirst });
  for (const on of ['2026-02-15', today, '2026-03-11']) {
    for (const progress of actionProgresses) {
      const [page] = await actionsOfActors(store.db, {
        ...{ actors: ['birke-helps'], on, district: null, progress: [progress], first: 50, after: null },
      });
      const expected = many.filter((action) => actionProgress(action, on) === progress).map(({ key }) => key);
      expect(page?.rows.map(({ action }) => action).toSorted()).toEqual(expected.toSorted());
    }
  }
  const pageOf = async (after: string | null) =>
    (
      await actionsOfActors(store.db, {
        ...{ actors: ['birke-helps'], on: today, district: null, progress: null, first: 12, after },
      })
    )[0];
  const first = await pageOf(null);
  const second = await pageOf(first?.rows.at(-1)?.key ?? null);
  expect([first?.hasNext, second?.hasNext, second?.total]).toEqual([true, false, many.length]);
  const ends = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(
    ({ action }) => many.find(({ key }) => key === action)?.until ?? '~',
  );
  expect(ends).toEqual(many.map(({ until }) => until ?? '~').toSorted());
});

test('what a version consists of goes with it', async () => {
  await put(...versions);
  await store.database.pool.query('delete from concept_version');
  const tables = ['field', 'goal', 'target', 'action', 'action_actor', 'recommendation', 'task'];
  for (const table of tables) {
    const { rows } = await sql`select from ${sql.table(`concept_${table}`)}`.execute(store.db);
    expect(rows).toEqual([]);
  }
});
