import {
  type Acting,
  actingOperator,
  addDays,
  carryingRule,
  grantOf,
  InputProblems,
  type JointDecision,
  jointDecisionResult,
  NotAllowed,
  type Party,
  RevisionConflict,
} from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { everyEntry } from '../audit/audit-query.ts';
import { auditTrail } from '../audit/audit-trail.ts';
import { saveActors } from '../content/save-actors.ts';
import type { Store } from '../open-store.ts';
import { servers } from '../testing/engines.ts';
import { actorOf } from '../testing/small-actors.ts';
import { smallStore } from '../testing/small-store.ts';
import { type ConductedStep, conductDecision } from './conduct-decision.ts';
import { confirmPosition } from './confirm-position.ts';
import { decisionsByAddress } from './decisions-by-address.ts';
import { decisionsInState } from './decisions-in-state.ts';
import { decisionsPage } from './decisions-page.ts';
import { type DraftRequest, draftDecision } from './draft-decision.ts';
import { type PositionRequest, takePosition } from './take-position.ts';

const [server] = servers;
let store: Store;
beforeAll(async () => {
  if (server === undefined) throw new Error('there is no server to test on');
  store = await smallStore(server);
});
afterAll(() => store.close());
beforeEach(() =>
  store.database.pool.query(
    'truncate joint_decision, joint_decision_entry, joint_decision_party, audit_entry',
  ),
);

const as = (...grants: Acting['principal']['grants']): Acting => ({
  principal: { kind: 'person', id: 'person:one', name: 'Amt in Aue', grants },
  requestId: 'request-1',
});
const coordinator = as(grantOf('DISTRICT_COORDINATOR', { territory: '16097' }));
const birke = as(grantOf('MUNICIPALITY_EDITOR', { territory: '16097002' }));
const amBach = as(grantOf('ASSOCIATION_EDITOR', { territory: '160975001' }));

const address = { district: '16097', key: 'concept', round: 1 };
const today = '2026-03-01';
const title = { de: 'Konzept', en: 'Concept' };
const draft: DraftRequest = {
  parties: { on: today, municipalities: null, actors: [] },
  rule: carryingRule('DOUBLE_MAJORITY'),
  proposal: { title, text: title, documents: [] },
};
const of = (key: string): Party => ({ kind: key.length === 5 ? 'DISTRICT' : 'MUNICIPALITY', key });
const position = (key: string, given: Partial<PositionRequest> = {}): PositionRequest => ({
  party: of(key),
  stance: 'SUPPORT',
  statement: null,
  proposalVersion: 1,
  takenOn: '2026-03-10',
  reference: null,
  ...given,
});

const conduct = (step: ConductedStep, on = today) => conductDecision(store, coordinator, address, step, on);

/** A decision that is open for positions since 10 March. */
async function opened(): Promise<JointDecision> {
  await draftDecision(store, coordinator, address, draft, today);
  await conduct({
    kind: 'CONSULTATION_STARTED',
    expectedRevision: 1,
    period: { firstDay: '2026-03-02', lastDay: '2026-03-09' },
  });
  const period = { firstDay: '2026-03-10', lastDay: '2026-03-31' };
  return conduct({ kind: 'OPENED', expectedRevision: 2, period }, '2026-03-10');
}

const take = (acting: Acting, request: PositionRequest, expectedRevision: number, on = '2026-03-10') =>
  takePosition(store, acting, address, { position: request, expectedRevision }, on);

async function refusal(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputProblems)) throw error ?? new Error('it was not refused');
  return error.problems.map(({ field, rule, message }) => `${field} ${rule}: ${message}`);
}

test('from a draft to a decision that is jointly carried, each step read again as it was answered', async () => {
  const drafted = await draftDecision(
    store,
    coordinator,
    { ...address, district: '160970000000' },
    draft,
    today,
  );
  expect(drafted.parties.map(({ key }) => key)).toEqual(['16097', '16097001', '16097002', '16097003']);
  await conduct({
    kind: 'CONSULTATION_STARTED',
    expectedRevision: 1,
    period: { firstDay: '2026-03-02', lastDay: '2026-03-09' },
  });
  const open = await conduct(
    {
      kind: 'OPENED',
      expectedRevision: 2,
      period: { firstDay: '2026-03-10', lastDay: '2026-03-31' },
    },
    '2026-03-10',
  );
  expect(open.population).toEqual({
    registerDate: '2021-12-31',
    municipalities: [
      { municipality: '16097001', inhabitants: 100 },
      { municipality: '16097002', inhabitants: 60 },
      { municipality: '16097003', inhabitants: 40 },
    ],
  });
  await take(birke, position('16097002'), 3);
  await take(amBach, position('16097003', { stance: 'OPPOSE', reference: 'Beschluss 3/2026' }), 4);
  await take(coordinator, position('16097001', { reference: 'Beschluss 7/2026' }), 5);
  const all = await take(coordinator, position('16097'), 6);
  expect(all.positions.map(({ party, recording }) => `${party.key} ${recording}`)).toEqual([
    '16097 OWN',
    '16097001 ON_BEHALF',
    '16097002 OWN',
    '16097003 ON_BEHALF',
  ]);
  await conduct({ kind: 'CLOSED', expectedRevision: 7 }, '2026-04-01');
  const adopted = await conduct({ kind: 'RESULT_STATED', expectedRevision: 8 }, '2026-04-01');
  expect(adopted.state).toBe('ADOPTED');
  expect(jointDecisionResult(adopted).inhabitants).toMatchObject({ entitled: 200, supporting: 160 });
  expect(await decisionsByAddress(store.db, [address, { ...address, round: 2 }])).toEqual([adopted, null]);

  const entries = (await auditTrail(store.db, { ...everyEntry, districts: null, first: 20, after: null }))
    .rows;
  expect(entries.map(({ what, role, subject }) => `${what} ${subject.key} ${role}`).toReversed()).toEqual([
    'decision.drafted 16097/concept/1 DISTRICT_COORDINATOR',
    'decision.consultationStarted 16097/concept/1 DISTRICT_COORDINATOR',
    'decision.opened 16097/concept/1 DISTRICT_COORDINATOR',
    'decision.positionTaken 16097/concept/1 MUNICIPALITY_EDITOR',
    'decision.positionTaken 16097/concept/1 ASSOCIATION_EDITOR',
    'decision.positionTaken 16097/concept/1 DISTRICT_COORDINATOR',
    'decision.positionTaken 16097/concept/1 DISTRICT_COORDINATOR',
    'decision.closed 16097/concept/1 DISTRICT_COORDINATOR',
    'decision.adopted 16097/concept/1 DISTRICT_COORDINATOR',
  ]);
});

test('a draft names all that is wrong with it, by the registers and by itself, and leaves nothing behind', async () => {
  const parties = { on: today, municipalities: ['16097666', '16099001', '16097001'], actors: ['nobody'] };
  const proposal = { ...draft.proposal, title: { de: ' ', en: 'Concept' } };
  const work = draftDecision(store, coordinator, { ...address, key: 'A b' }, { ...draft, parties, proposal });
  expect(await refusal(work)).toMatchInlineSnapshot(`
    [
      "decision.key KEY_IS_SOUND: "A b" is no key: write small letters, digits and single hyphens",
      "proposal.title.de PROPOSAL_IS_COMPLETE: the German text is empty",
      "parties.municipalities UNKNOWN: 16097666 lies outside any municipality and has no council: leave it out",
      "parties.municipalities UNKNOWN: 16099001 is no municipality of 16097 on 2026-03-01: leave it out or mend the key",
      "parties.actors UNKNOWN: there is no actor 'nobody': enter it first or mend the key",
    ]
  `);
  const elsewhere = draftDecision(store, actingOperator, { ...address, district: '99999' }, draft, today);
  expect(await refusal(elsewhere)).toMatchInlineSnapshot(`
    [
      "decision.district PARTIES_ARE_SOUND: "99999" is no key of a district: write five digits like 03153",
      "parties.municipalities PARTIES_ARE_SOUND: 99999 has no member municipality of its own standing on 2026-03-01 (a kreisfreie Stadt never has one, and a district that was dissolved has none any more), so there is nobody to decide jointly with: choose a district that has at least one on that day",
      "decision.district UNKNOWN: there is no district 99999 on 2026-03-01: write its five digits",
    ]
  `);
  const { rows } = await store.database.pool.query('select from joint_decision');
  expect(rows).toEqual([]);
});

test('a kreisfreie Stadt has nobody to decide jointly with', async () => {
  const eiche = { ...address, district: '16098' };
  expect(await refusal(draftDecision(store, actingOperator, eiche, draft, today))).toMatchInlineSnapshot(`
    [
      "parties.municipalities PARTIES_ARE_SOUND: 16098 has no member municipality of its own standing on 2026-03-01 (a kreisfreie Stadt never has one, and a district that was dissolved has none any more), so there is nobody to decide jointly with: choose a district that has at least one on that day",
    ]
  `);
});

test('what is asked of a decision that is not there, or at the wrong time, is refused by field and rule', async () => {
  expect(await refusal(conduct({ kind: 'CLOSED', expectedRevision: 1 }))).toMatchInlineSnapshot(`
    [
      "decision UNKNOWN: there is no joint decision 16097/concept/1: look at the decisions of the district, or draft it",
    ]
  `);
  await opened();
  expect(
    await refusal(
      take(birke, position('16097002', { stance: 'SUPPORT_WITH_RESERVATIONS', takenOn: '2026-04-01' }), 3),
    ),
  ).toMatchInlineSnapshot(`
    [
      "position.takenOn DAY_IS_IN_TIME: 2026-04-01 is after today, 2026-03-10: write the day on which it was taken",
      "position.takenOn DAY_IS_IN_TIME: the last day for positions was 2026-03-31: only what was taken until then counts",
      "position.statement RESERVATIONS_ARE_STATED: say what the reservations are, in German or in English",
    ]
  `);
  expect(await refusal(conduct({ kind: 'RESULT_STATED', expectedRevision: 3 }))).toMatchInlineSnapshot(`
    [
      "decision STATE_ALLOWS: NOT_ADOPTED does not happen to a decision that is OPEN: only to one that is CLOSED",
      "decision RESULT_SAYS_SO: the result is OPEN, not NOT_ADOPTED: state what came out",
    ]
  `);
  const early = {
    kind: 'OPENED',
    expectedRevision: 3,
    period: { firstDay: '2010-01-01', lastDay: 'x' },
  } as const;
  expect(await refusal(conduct(early))).toMatchInlineSnapshot(`
    [
      "decision STATE_ALLOWS: OPENED does not happen to a decision that is OPEN: only to one that is CONSULTATION",
      "period.lastDay PERIOD_IS_SOUND: "x" is no day: write it as 2026-03-05",
      "period.firstDay PERIOD_IS_TO_COME: the first day 2010-01-01 is over, and nobody was asked on it: write today, 2026-03-01, or a later day",
      "decision CONSULTATION_IS_OVER: the consultation lasts until 2026-03-09: open the vote after that day",
      "period.firstDay CONSULTATION_IS_OVER: the consultation lasts until 2026-03-09: the first day of the vote comes after it",
      "period.firstDay POPULATION_IS_COMPLETE: no register of municipalities is in force on 2010-01-01, by which their inhabitants would count: import one of that day or earlier (npx kreisweit import register)",
    ]
  `);
});

test('nobody speaks for others: each refusal is one of access, and nothing is stored', async () => {
  await opened();
  const others = [
    () => take(birke, position('16097001'), 3),
    () => take(birke, position('16097'), 3),
    () => take(amBach, position('16097001', { reference: 'x' }), 3),
    () => take(as(grantOf('DISTRICT_COORDINATOR', { territory: '16099' })), position('16097001'), 3),
    () => take(as(grantOf('ACTOR_REPRESENTATIVE', { actor: 'club' })), position('16097001'), 3),
    () =>
      takePosition(
        store,
        as(grantOf('DISTRICT_COORDINATOR', { territory: '16099' })),
        { ...address },
        { position: { ...position('16099001'), reference: 'x' }, expectedRevision: 3 },
      ),
    () => confirmPosition(store, coordinator, address, { party: of('16097001'), expectedRevision: 3 }),
    () => conductDecision(store, birke, address, { kind: 'CLOSED', expectedRevision: 3 }),
    () => draftDecision(store, birke, { ...address, key: 'mine' }, draft),
  ];
  for (const work of others) await expect(work()).rejects.toThrow(NotAllowed);
  const [decision] = await decisionsByAddress(store.db, [address]);
  expect(decision?.revision).toBe(3);
});

test('the order in which somebody holds roles does not matter', async () => {
  await opened();
  const both = [
    grantOf('ASSOCIATION_EDITOR', { territory: '160975001' }),
    grantOf('DISTRICT_COORDINATOR', { territory: '16099' }),
  ];
  const one = await take(as(...both), position('16097003', { reference: 'Beschluss 1/2026' }), 3);
  const other = await take(
    as(...both.toReversed()),
    position('16097003', { reference: 'Beschluss 2/2026' }),
    4,
  );
  expect([one, other].map(({ positions }) => positions[0]?.recording)).toEqual(['ON_BEHALF', 'ON_BEHALF']);
});

test('an actor that was merged is asked under its key and speaks under the one that is left', async () => {
  await saveActors(store, [
    actorOf('club', { district: '16097', territories: ['16097'] }),
    actorOf('club-left', { district: '16097', territories: ['16097'] }),
  ]);
  await draftDecision(
    store,
    coordinator,
    address,
    { ...draft, parties: { ...draft.parties, actors: ['club'] } },
    today,
  );
  const consultation = { firstDay: '2026-03-02', lastDay: '2026-03-09' };
  await conduct({ kind: 'CONSULTATION_STARTED', expectedRevision: 1, period: consultation });
  await store.database.pool.query(`update actor set merged_into = 'club-left' where key = 'club'`);
  const period = { firstDay: '2026-03-10', lastDay: '2026-03-31' };
  await conduct({ kind: 'OPENED', expectedRevision: 2, period }, '2026-03-10');
  const representative = as(grantOf('ACTOR_REPRESENTATIVE', { actor: 'club-left' }));
  const party = { kind: 'ACTOR', key: 'club-left' } as const;
  const taken = await take(representative, { ...position('16097'), party }, 3);
  expect(taken.positions).toMatchObject([{ party: { key: 'club' }, recording: 'OWN' }]);

  const query = {
    states: null,
    text: null,
    first: 10,
    after: null,
    districts: [{ district: '16097', drafts: true }],
  };
  for (const key of ['club', 'club-left']) {
    const [page] = await decisionsPage(store.db, { ...query, party: { kind: 'ACTOR', key } });
    expect(page?.total).toBe(1);
  }
  const again = draftDecision(
    store,
    coordinator,
    { ...address, key: 'again' },
    { ...draft, parties: { ...draft.parties, actors: ['club'] } },
    today,
  );
  expect(await refusal(again)).toEqual([
    "parties.actors UNKNOWN: the actor 'club' was merged into 'club-left': name that",
  ]);
});

test('a party that is no municipality of the district any more is not asked', async () => {
  const fels = { ...address, district: '16099' };
  const then = '2014-01-01';
  await draftDecision(
    store,
    actingOperator,
    fels,
    { ...draft, parties: { ...draft.parties, on: then } },
    today,
  );
  const step = (each: ConductedStep, on: string) => conductDecision(store, actingOperator, fels, each, on);
  const consultation = { firstDay: '2026-03-02', lastDay: '2026-03-09' };
  await step({ kind: 'CONSULTATION_STARTED', expectedRevision: 1, period: consultation }, today);
  const period = { firstDay: '2026-03-10', lastDay: '2026-03-31' };
  expect(await refusal(step({ kind: 'OPENED', expectedRevision: 2, period }, '2026-03-10'))).toEqual([
    'decision PARTIES_ARE_SOUND: 16099002 is no municipality of 16099 on 2026-03-10: change the parties before',
  ]);
});

test('what the coordination recorded is confirmed by the party, whose own word then stands', async () => {
  await opened();
  await take(coordinator, position('16097002', { reference: 'Beschluss 1/2026' }), 3);
  const confirmed = await confirmPosition(
    store,
    birke,
    address,
    { party: of('16097002'), expectedRevision: 4 },
    '2026-03-12',
  );
  expect(confirmed.positions[0]).toMatchObject({ recording: 'ON_BEHALF', confirmedOn: '2026-03-12' });
  const again = take(
    coordinator,
    position('16097002', { stance: 'OPPOSE', reference: 'x' }),
    5,
    '2026-03-13',
  );
  expect(await refusal(again)).toMatchInlineSnapshot(`
    [
      "position.recording OWN_POSITION_STANDS: 16097002 took or confirmed its position itself: only the party replaces it, also when it is about an earlier version; ask the party for a new one",
    ]
  `);
  const whoIsBoth = as(...coordinator.principal.grants, ...birke.principal.grants);
  const own = await take(whoIsBoth, position('16097002', { stance: 'ABSTAIN' }), 5, '2026-03-13');
  expect(own.positions[0]).toMatchObject({ stance: 'ABSTAIN', recording: 'OWN' });
});

test('of many who act at once on one revision one is first, all others are told, and nothing is lost', async () => {
  await opened();
  const keys = ['16097001', '16097002', '16097003'];
  let revision = 3;
  let waiting = keys;
  while (waiting.length > 0) {
    const done = await Promise.allSettled(
      waiting.map((key) => take(coordinator, position(key, { reference: `Beschluss ${key}` }), revision)),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of done) {
      if (result.status === 'fulfilled') continue;
      expect(result.reason).toBeInstanceOf(RevisionConflict);
      expect(result.reason).toMatchObject({
        expectedRevision: revision,
        revision: revision + 1,
        isIndependent: true,
      });
    }
    waiting = waiting.filter((_, index) => done[index]?.status === 'rejected');
    revision += 1;
  }
  const [decision] = await decisionsByAddress(store.db, [address]);
  expect(decision?.positions).toHaveLength(3);
  expect(decision?.history.map((entry) => entry.revision)).toEqual([1, 2, 3, 4, 5, 6]);

  const same = position('16097001', { reference: 'Beschluss 9', stance: 'OPPOSE' });
  const late = take(coordinator, same, 3);
  await expect(late).rejects.toMatchObject({ isIndependent: false, revision: 6 });
});

test('two who draft the same decision at once: one of them does', async () => {
  const both = await Promise.allSettled(
    ['one', 'other'].map((word) =>
      draftDecision(
        store,
        coordinator,
        address,
        { ...draft, proposal: { ...draft.proposal, text: { de: word, en: word } } },
        today,
      ),
    ),
  );
  const lost = both.filter((result) => result.status === 'rejected');
  expect(lost).toHaveLength(1);
  expect(lost[0]?.reason).toBeInstanceOf(RevisionConflict);
});

test('a new round follows one that has ended, and leaves it as it was', async () => {
  await opened();
  const next = { ...address, round: 2 };
  expect(await refusal(draftDecision(store, coordinator, next, draft, today))).toMatchInlineSnapshot(`
    [
      "decision.round ROUND_FOLLOWS: round 1 is OPEN and has not ended: end or withdraw it before a new one",
    ]
  `);
  const reason = { de: 'Neuer Entwurf', en: null };
  const withdrawn = await conduct({ kind: 'WITHDRAWN', expectedRevision: 3, reason }, '2026-03-11');
  const second = await draftDecision(store, coordinator, next, draft, '2026-03-12');
  expect(await decisionsByAddress(store.db, [next, address])).toEqual([second, withdrawn]);
});

test('lists leave out what was never public unless it is asked for, and are paged, filtered and complete', async () => {
  await opened();
  for (const key of ['housing', 'language']) {
    await draftDecision(store, coordinator, { ...address, key }, draft, today);
  }
  const nothing = { states: null, text: null, party: null, first: 10, after: null };
  const listed = async (query: Partial<Parameters<typeof decisionsPage>[1]>) =>
    (
      await decisionsPage(store.db, {
        ...nothing,
        districts: [
          { district: '16097', drafts: true },
          { district: '16099', drafts: true },
          { district: '16097', drafts: false },
        ],
        ...query,
      })
    ).map(({ rows, total, hasNext }) => `${rows.map(({ key }) => key).join(' ')} of ${total} ${hasNext}`);
  expect(await listed({})).toEqual([
    'concept/00001 housing/00001 language/00001 of 3 false',
    ' of 0 false',
    'concept/00001 of 1 false',
  ]);
  expect(await listed({ first: 1, after: 'concept/00001' })).toEqual([
    'housing/00001 of 3 true',
    ' of 0 false',
    ' of 1 false',
  ]);
  expect(await listed({ states: ['OPEN'] })).toEqual([
    'concept/00001 of 1 false',
    ' of 0 false',
    'concept/00001 of 1 false',
  ]);
  expect(await listed({ text: 'kONZEPT', party: of('16097002') })).toEqual(await listed({}));
  expect(await listed({ party: of('16099001') })).toEqual([' of 0 false', ' of 0 false', ' of 0 false']);
  const [open = [], other = []] = await decisionsInState(store.db, {
    districts: ['16097', '16099'],
    states: ['OPEN'],
  });
  expect(open.map(({ key }) => key)).toEqual(['concept']);
  expect(other).toEqual([]);
});

test('what is decided keeps the inhabitants of its day when a later register says something else', async () => {
  const parties = { ...draft.parties, on: '2014-01-01' };
  await draftDecision(store, coordinator, address, { ...draft, parties }, '2014-01-01');
  const consultation = { firstDay: '2014-01-02', lastDay: '2014-01-09' };
  await conduct({ kind: 'CONSULTATION_STARTED', expectedRevision: 1, period: consultation }, '2014-01-02');
  const period = { firstDay: '2014-01-10', lastDay: addDays('2014-01-10', 20) };
  const open = await conduct({ kind: 'OPENED', expectedRevision: 2, period }, '2014-01-10');
  expect(open.population?.registerDate).toBe('2013-12-31');
});
