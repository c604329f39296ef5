import { actingOperator, carryingRule, type JointDecisionEvent, RevisionConflict } from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { auditedChange } from '../audit/audited-change.ts';
import type { Store } from '../open-store.ts';
import { servers } from '../testing/engines.ts';
import { smallStore } from '../testing/small-store.ts';
import type { DecisionHistory } from './decision-history.ts';
import { decisionsByAddress } from './decisions-by-address.ts';
import { putDecisions } from './put-decisions.ts';

const [server] = servers;
let store: Store;
beforeAll(async () => {
  if (server === undefined) throw new Error('there is no server to test on');
  store = await smallStore(server);
});
afterAll(() => store.close());
beforeEach(() =>
  store.database.pool.query('truncate joint_decision, joint_decision_entry, joint_decision_party'),
);

/** Stores histories, and answers how many went on and what is wrong. */
async function put(histories: readonly DecisionHistory[]) {
  const { changed, problems } = await auditedChange(store, actingOperator, async (rows, trx) => ({
    role: 'ADMINISTRATOR',
    change: null,
    result: await putDecisions(rows, trx, histories),
  }));
  return {
    changed: changed.length,
    problems: problems.map(({ field, rule, message }) => `${field} ${rule}: ${message}`),
  };
}

const title = { de: 'Konzept', en: 'Concept' };
const history = (
  events: readonly (readonly [on: string, event: Omit<JointDecisionEvent, 'expectedRevision'>])[],
  round = 1,
): DecisionHistory => ({
  district: '16097',
  key: 'concept',
  round,
  entries: [
    [
      '2026-01-01',
      {
        kind: 'DRAFTED',
        ...{ key: 'concept', round, district: '16097' },
        parties: { on: '2026-01-01', municipalities: ['16097001', '16097002'], actors: [] },
        rule: carryingRule('UNANIMOUS'),
        proposal: { title, text: title, documents: [] },
      },
    ] as const,
    ...events,
  ].map(([on, event], index) => ({
    revision: index + 1,
    on,
    event: { ...event, expectedRevision: index } as JointDecisionEvent,
  })),
});
const withdrawn = ['2026-01-05', { kind: 'WITHDRAWN', reason: { de: 'Neu', en: null } }] as const;

test('histories are stored whole, go on where they stopped, and the second time nothing changes', async () => {
  const first = history([]);
  expect(await put([first])).toEqual({ changed: 1, problems: [] });
  const longer = history([withdrawn]);
  const next = history([], 2);
  expect(await put([next, longer])).toEqual({ changed: 2, problems: [] });
  expect(await put([next, longer])).toEqual({ changed: 0, problems: [] });
  const [one, two] = await decisionsByAddress(store.db, [longer, next]);
  expect(one).toMatchObject({ state: 'WITHDRAWN', revision: 2, history: longer.entries });
  expect(two).toMatchObject({ state: 'DRAFT', revision: 1 });
});

test('what the domain refuses on its day, and what contradicts what is stored, is told by entry; nothing is stored', async () => {
  const closed = history([['2026-01-02', { kind: 'CLOSED' }]]);
  const other = { ...history([]), key: 'other' };
  expect(await put([closed, other, { ...history([]), entries: [], key: 'none' }])).toMatchInlineSnapshot(`
    {
      "changed": 0,
      "problems": [
        "decisions.0.entries.1.event.kind STATE_ALLOWS: CLOSED does not happen to a decision that is DRAFT: only to one that is OPEN",
        "decisions.1.entries.0.event CONFLICT: its draft is of 16097/concept/1",
        "decisions.2.entries CONFLICT: it is empty: a decision begins with a draft",
      ],
    }
  `);
  expect(await decisionsByAddress(store.db, [closed])).toEqual([null]);

  await put([history([withdrawn])]);
  const rewritten = history([['2026-01-04', withdrawn[1]]]);
  expect(await put([rewritten, history([], 3)])).toMatchInlineSnapshot(`
    {
      "changed": 0,
      "problems": [
        "decisions.0.entries.1 CONFLICT: what is stored says something else: a history is only ever added to",
        "decisions.1.entries.0.event.round ROUND_FOLLOWS: there is no round before round 3: begin with round 1",
      ],
    }
  `);
});

test('what has not happened yet, runs backwards or stands twice is no history', async () => {
  const [drafted, ended] = history([withdrawn]).entries;
  if (drafted === undefined || ended === undefined) throw new Error('it has two entries');
  const odd = [
    { ...history([]), entries: [drafted, { ...ended, on: '2025-12-31' }] },
    { ...history([]), key: 'future', entries: [{ ...drafted, on: '2099-01-01' }] },
    { ...history([]), key: 'gap', entries: [{ ...drafted, revision: 7 }] },
    { ...history([]), round: 1.5, key: 'half' },
    { ...history([]), entries: [{ ...drafted, on: 'today' }] },
  ];
  expect(await put(odd)).toMatchInlineSnapshot(`
    {
      "changed": 0,
      "problems": [
        "decisions.0.entries.1.on ORDER: 2025-12-31 is before 2026-01-01, the day of the entry before it",
        "decisions.1.entries.0.on ORDER: 2099-01-01 is after today, 2026-11-24: a history holds what has happened",
        "decisions.2.entries.0.revision ORDER: it is revision 1 of its history, not 7: entries stand in their order, without gaps",
        "decisions.3.round ROUND_FOLLOWS: 1.5 is no round: count from 1",
        "decisions.4.entries.0.on FORM: "today" is no day: write it as 2026-02-28",
        "decisions.4.key DUPLICATE: 16097/concept/1 is already decisions.0: leave one of them out",
      ],
    }
  `);
});

test('parties are those of the district on the day that is named', async () => {
  const drafted = history([]).entries[0];
  if (drafted?.event.kind !== 'DRAFTED') throw new Error('it begins with a draft');
  const parties = { on: '2026-01-01', municipalities: ['16099001'], actors: ['club'] };
  const strange = { ...history([]), entries: [{ ...drafted, event: { ...drafted.event, parties } }] };
  expect(await put([strange])).toMatchInlineSnapshot(`
    {
      "changed": 0,
      "problems": [
        "decisions.0.entries.0.event.parties.municipalities UNKNOWN: 16099001 is no municipality of 16097 on 2026-01-01: leave it out or mend the key",
        "decisions.0.entries.0.event.parties.actors UNKNOWN: there is no actor 'club': enter it first or mend the key",
      ],
    }
  `);
});

test('two who store at once: one is told, and nothing is lost', async () => {
  const both = await Promise.allSettled([put([history([withdrawn])]), put([history([])])]);
  const lost = both.filter((result) => result.status === 'rejected').map(({ reason }) => reason);
  expect(lost.every((reason) => reason instanceof RevisionConflict)).toBe(true);
  const [stored] = await decisionsByAddress(store.db, [history([])]);
  expect(stored?.history).toHaveLength(stored?.revision ?? 0);
});
