import { expect, test } from 'vitest';
import { applyDecisionEvent } from './apply-decision-event.ts';
import { carryingRule } from './carrying-rule.ts';
import { decisionTransitions } from './decision-transitions.ts';
import { type JointDecision, jointDecisionStateTitles } from './joint-decision.ts';
import type { JointDecisionEvent } from './joint-decision-event.ts';
import { jointDecisionResult } from './joint-decision-result.ts';
import {
  after,
  bad,
  clausthal,
  consultation,
  DISTRICT,
  district,
  draft,
  jobcentre,
  type Meant,
  municipalities,
  opening,
  population,
  position,
  proposal,
  send,
  taken,
  through,
  voting,
  wrongWith,
} from './testing/any-decision.ts';
import {
  closed,
  day,
  drafted,
  everybody,
  inState,
  onBehalf,
  open,
  spoken,
  withdrawn,
} from './testing/decisions-in-state.ts';

const events: Readonly<Record<Meant['kind'], Meant>> = {
  DRAFTED: drafted,
  RULE_CHANGED: { kind: 'RULE_CHANGED', rule: carryingRule('UNANIMOUS') },
  PARTIES_CHANGED: { kind: 'PARTIES_CHANGED', parties: draft.parties },
  PROPOSAL_REVISED: { kind: 'PROPOSAL_REVISED', proposal },
  CONSULTATION_STARTED: { kind: 'CONSULTATION_STARTED', period: consultation },
  OPENED: { kind: 'OPENED', period: voting, population },
  PERIOD_EXTENDED: { kind: 'PERIOD_EXTENDED', lastDay: '2026-12-31' },
  POSITION_TAKEN: taken(clausthal, 'OPPOSE'),
  POSITION_CONFIRMED: { kind: 'POSITION_CONFIRMED', party: bad },
  CLOSED: { kind: 'CLOSED' },
  ADOPTED: { kind: 'ADOPTED' },
  NOT_ADOPTED: { kind: 'NOT_ADOPTED' },
  WITHDRAWN: withdrawn,
};

/** A day on which an event may happen: what is open may be closed after its last day. */
const dayOf = (kind: Meant['kind']): string => {
  if (kind === 'CLOSED') return '2026-04-01';
  if (kind === 'OPENED') return voting.firstDay;
  const whileConsulting: readonly Meant['kind'][] = [
    'RULE_CHANGED',
    'PARTIES_CHANGED',
    'CONSULTATION_STARTED',
  ];
  return whileConsulting.includes(kind) ? consultation.lastDay : day;
};

test('what may happen in which state', () => {
  const states: readonly (JointDecision | null)[] = [null, ...Object.values(inState)];
  const cell = (decision: JointDecision | null, event: Meant): string => {
    const applied = send(decision, event, dayOf(event.kind));
    if ('decision' in applied)
      return applied.decision.state === decision?.state ? 'stays' : applied.decision.state;
    const rules = 'problems' in applied ? applied.problems.map(({ rule }) => rule) : ['CONFLICT'];
    return rules.includes('STATE_ALLOWS') ? '-' : rules.join();
  };
  const rows = Object.values(events).map((event) =>
    [event.kind, ...states.map((decision) => cell(decision, event))].map((text) => text.padEnd(20)).join(''),
  );
  const head = ['', 'nothing', ...Object.keys(inState)].map((text) => text.padEnd(20)).join('');
  expect(Object.keys(inState)).toEqual(Object.keys(jointDecisionStateTitles));
  expect(Object.keys(events)).toEqual(decisionTransitions.map(({ event }) => event));
  expect([head, ...rows].map((row) => row.trimEnd()).join('\n')).toMatchInlineSnapshot(`
    "                    nothing             DRAFT               CONSULTATION        OPEN                CLOSED              ADOPTED             NOT_ADOPTED         WITHDRAWN
    DRAFTED             DRAFT               -                   -                   -                   -                   -                   -                   -
    RULE_CHANGED        -                   stays               stays               -                   -                   -                   -                   -
    PARTIES_CHANGED     -                   stays               stays               -                   -                   -                   -                   -
    PROPOSAL_REVISED    -                   stays               stays               stays               -                   -                   -                   -
    CONSULTATION_STARTED-                   CONSULTATION        -                   -                   -                   -                   -                   -
    OPENED              -                   -                   OPEN                -                   -                   -                   -                   -
    PERIOD_EXTENDED     -                   -                   stays               stays               -                   -                   -                   -
    POSITION_TAKEN      -                   -                   -                   stays               -                   -                   -                   -
    POSITION_CONFIRMED  -                   -                   -                   stays               -                   -                   -                   -
    CLOSED              -                   -                   -                   CLOSED              -                   -                   -                   -
    ADOPTED             -                   -                   -                   -                   ADOPTED             -                   -                   -
    NOT_ADOPTED         -                   -                   -                   -                   RESULT_SAYS_SO      -                   -                   -
    WITHDRAWN           -                   WITHDRAWN           WITHDRAWN           WITHDRAWN           -                   -                   -                   -"
  `);
});

test('what is refused leaves everything as it was, and says what is wrong', () => {
  const { ADOPTED } = inState;
  const before = JSON.stringify(ADOPTED);
  expect(
    send(ADOPTED, taken(bad, 'OPPOSE', { proposalVersion: 4, reference: ' ', recording: 'ON_BEHALF' }), day),
  ).toMatchInlineSnapshot(`
    {
      "problems": [
        {
          "field": "kind",
          "message": "POSITION_TAKEN does not happen to a decision that is ADOPTED: only to one that is OPEN",
          "rule": "STATE_ALLOWS",
        },
        {
          "field": "position.proposalVersion",
          "message": "what is decided on is version 1 of the proposal, not 4: take a position on that",
          "rule": "VERSION_IS_CURRENT",
        },
        {
          "field": "position.reference",
          "message": "name the resolution of the party, for example "Ratsbeschluss 12/2026 vom 2026-03-05"",
          "rule": "ON_BEHALF_IS_FOUNDED",
        },
        {
          "field": "position.recording",
          "message": "03153002 took or confirmed its position itself: only the party replaces it, also when it is about an earlier version; ask the party for a new one",
          "rule": "OWN_POSITION_STANDS",
        },
      ],
    }
  `);
  expect(JSON.stringify(ADOPTED)).toBe(before);
  expect(send(null, { kind: 'CLOSED' }, day)).toMatchInlineSnapshot(`
    {
      "problems": [
        {
          "field": "kind",
          "message": "CLOSED does not happen to a decision that was not drafted: only to one that is OPEN",
          "rule": "STATE_ALLOWS",
        },
      ],
    }
  `);
});

test('a draft says all that is wrong with it at once', () => {
  const faulty: Meant = {
    kind: 'DRAFTED',
    key: 'Konzept 2026',
    round: 2,
    district: '3153',
    parties: { on: '2026-02-30', municipalities: ['03153', '03153002', '03153002'], actors: [''] },
    rule: {
      ...carryingRule('DOUBLE_MAJORITY'),
      threshold: { numerator: 1, denominator: 2 },
      quorum: { numerator: 3, denominator: 2 },
    },
    proposal: {
      title: { de: ' ', en: 'Concept' },
      text: { de: 'Text', en: '' },
      documents: [{ title: { de: 'Entwurf', en: 'Draft' }, url: 'javascript:alert(1)' }],
    },
  };
  const applied = send(null, faulty, day);
  if (!('problems' in applied)) throw new Error('nothing is wrong');
  expect(
    applied.problems.map(({ rule, field, message }) => `${rule} ${field}: ${message}`).join('\n'),
  ).toMatchInlineSnapshot(`
    "KEY_IS_SOUND key: "Konzept 2026" is no key: write small letters, digits and single hyphens
    ROUND_FOLLOWS round: there is no round before round 2: begin with round 1
    PARTIES_ARE_SOUND district: "3153" is no key of a district: write five digits like 03153
    PARTIES_ARE_SOUND parties.on: "2026-02-30" is no day: write it as 2026-03-05
    PARTIES_ARE_SOUND parties.municipalities: "03153" is no key of a municipality: write its AGS of eight digits
    PARTIES_ARE_SOUND parties.actors: the key of an actor is empty: leave it out
    PARTIES_ARE_SOUND parties.municipalities: 03153002 is named more than once: name it once
    RULE_IS_SOUND rule.threshold: 1/2 is no threshold: write a share of more than 1/2 and up to 1/1 (2/3: at least two thirds), or leave it out for more than half
    RULE_IS_SOUND rule.quorum: 3/2 is no quorum: write a share of more than 0 and up to 1/1, or leave it out
    PROPOSAL_IS_COMPLETE proposal.title.de: the German text is empty
    PROPOSAL_IS_COMPLETE proposal.text.en: the English text is empty
    PROPOSAL_IS_COMPLETE proposal.documents.0.url: "javascript:alert(1)" is no link: write an address that begins with https://"
  `);
});

test('a city that is a district of its own, or a district that was dissolved, has nobody to decide with', () => {
  const city = (keys: readonly string[]): Meant => ({
    kind: 'DRAFTED',
    ...draft,
    district: '03101',
    parties: { ...draft.parties, municipalities: keys },
  });
  for (const keys of [[], ['03101000'], ['03101000', '03101001']]) {
    expect(wrongWith(null, city(keys), day)).toEqual(['PARTIES_ARE_SOUND parties.municipalities']);
  }
  // The same is said of a district that was dissolved, which is no city.
  expect(send(null, city([]), day)).toMatchInlineSnapshot(`
    {
      "problems": [
        {
          "field": "parties.municipalities",
          "message": "03101 has no member municipality of its own standing on 2026-01-01 (a kreisfreie Stadt never has one, and a district that was dissolved has none any more), so there is nobody to decide jointly with: choose a district that has at least one on that day",
          "rule": "PARTIES_ARE_SOUND",
        },
      ],
    }
  `);
});

test.each<[string, Partial<typeof draft.rule>]>([
  ['a threshold of half', { threshold: { numerator: 1, denominator: 2 } }],
  ['a threshold of more than all', { threshold: { numerator: 4, denominator: 3 } }],
  ['a threshold of parts', { threshold: { numerator: 2.5, denominator: 3 } }],
  ['a threshold of too small parts', { threshold: { numerator: 999_999, denominator: 1_000_000 } }],
  ['a threshold of nothing', { threshold: { numerator: 0, denominator: 0 } }],
])('%s is refused', (_, given) => {
  const rule = { ...carryingRule('MAJORITY_OF_MUNICIPALITIES'), ...given };
  expect(wrongWith(inState.DRAFT, { kind: 'RULE_CHANGED', rule }, day)).toEqual([
    'RULE_IS_SOUND rule.threshold',
  ]);
});

test('unanimity has no threshold', () => {
  const rule = carryingRule('UNANIMOUS', { threshold: { numerator: 2, denominator: 3 } });
  expect(wrongWith(inState.DRAFT, { kind: 'RULE_CHANGED', rule }, day)).toEqual([
    'RULE_IS_SOUND rule.threshold',
  ]);
});

test('keys are not endless', () => {
  const keyed = (key: string, actor: string): Meant => ({
    kind: 'DRAFTED',
    ...{ ...draft, key },
    parties: { ...draft.parties, actors: [actor] },
  });
  expect(after(null, keyed('k'.repeat(80), 'a'.repeat(100)), day).revision).toBe(1);
  expect(send(null, keyed('k'.repeat(81), 'a'.repeat(101)), day)).toMatchInlineSnapshot(`
    {
      "problems": [
        {
          "field": "key",
          "message": "the key has 81 characters: write at most 80",
          "rule": "KEY_IS_SOUND",
        },
        {
          "field": "parties.actors",
          "message": "the key of an actor has 101 characters, and none has more than 100: write the key that stands in the directory",
          "rule": "PARTIES_ARE_SOUND",
        },
      ],
    }
  `);
});

test.each<[string, JointDecision, Meant, string, readonly string[]]>([
  [
    'a period that ends before it begins',
    inState.DRAFT,
    { kind: 'CONSULTATION_STARTED', period: { firstDay: '2026-02-22', lastDay: '2026-02-21' } },
    day,
    ['PERIOD_IS_SOUND period.lastDay'],
  ],
  [
    'a period without days',
    inState.DRAFT,
    { kind: 'CONSULTATION_STARTED', period: { firstDay: 'heute', lastDay: '2026-13-01' } },
    day,
    ['PERIOD_IS_SOUND period.firstDay', 'PERIOD_IS_SOUND period.lastDay'],
  ],
  [
    'a vote before the consultation is over',
    inState.CONSULTATION,
    { ...events.OPENED, kind: 'OPENED', period: { ...voting, firstDay: '2026-01-31' }, population },
    '2026-01-31',
    ['CONSULTATION_IS_OVER kind', 'CONSULTATION_IS_OVER period.firstDay'],
  ],
  [
    'a register of later',
    inState.CONSULTATION,
    { kind: 'OPENED', period: voting, population: { ...population, registerDate: '2026-02-02' } },
    voting.firstDay,
    ['POPULATION_IS_COMPLETE population.registerDate'],
  ],
  [
    'a register without a day',
    inState.CONSULTATION,
    { kind: 'OPENED', period: voting, population: { ...population, registerDate: '' } },
    voting.firstDay,
    ['POPULATION_IS_COMPLETE population.registerDate'],
  ],
  [
    'a population that leaves one out, names others and has broken numbers',
    inState.CONSULTATION,
    {
      kind: 'OPENED',
      period: voting,
      population: {
        ...population,
        municipalities: [
          { municipality: '03153002', inhabitants: 1.5 },
          { municipality: '03153002', inhabitants: -1 },
          { municipality: '03153016', inhabitants: null },
          { municipality: '03154001', inhabitants: 5 },
        ],
      },
    },
    voting.firstDay,
    Array(5).fill('POPULATION_IS_COMPLETE population.municipalities'),
  ],
  [
    'an extension to the same day',
    inState.OPEN,
    { kind: 'PERIOD_EXTENDED', lastDay: voting.lastDay },
    day,
    ['EXTENSION_IS_LATER lastDay'],
  ],
  [
    'an extension of a consultation to the same day',
    inState.CONSULTATION,
    { kind: 'PERIOD_EXTENDED', lastDay: consultation.lastDay },
    day,
    ['EXTENSION_IS_LATER lastDay'],
  ],
  [
    'an extension to no day',
    inState.OPEN,
    { kind: 'PERIOD_EXTENDED', lastDay: '2027' },
    day,
    ['EXTENSION_IS_LATER lastDay'],
  ],
  [
    'a new version when nobody can renew any more',
    inState.OPEN,
    { kind: 'PROPOSAL_REVISED', proposal },
    '2026-04-01',
    ['REVISION_LEAVES_TIME proposal'],
  ],
  [
    'the position of a stranger',
    open,
    taken({ kind: 'MUNICIPALITY', key: '03154001' }, 'SUPPORT'),
    day,
    ['PARTY_IS_ENTITLED position.party'],
  ],
  [
    'an actor as a municipality',
    open,
    taken({ kind: 'MUNICIPALITY', key: jobcentre.key }, 'SUPPORT'),
    day,
    ['PARTY_IS_ENTITLED position.party'],
  ],
  [
    'the confirmation of a stranger',
    open,
    { kind: 'POSITION_CONFIRMED', party: { kind: 'ACTOR', key: 'nobody' } },
    day,
    ['PARTY_IS_ENTITLED party'],
  ],
  [
    'a position on another version',
    open,
    taken(bad, 'SUPPORT', { proposalVersion: 2 }),
    day,
    ['VERSION_IS_CURRENT position.proposalVersion'],
  ],
  [
    'a position of tomorrow',
    open,
    taken(bad, 'SUPPORT', { takenOn: '2026-02-21' }),
    day,
    ['DAY_IS_IN_TIME position.takenOn'],
  ],
  [
    'a position of no day',
    open,
    taken(bad, 'SUPPORT', { takenOn: '2026-02-31' }),
    day,
    ['DAY_IS_IN_TIME position.takenOn'],
  ],
  [
    'a position after the last day',
    open,
    taken(bad, 'SUPPORT', { takenOn: '2026-04-01' }),
    '2026-04-01',
    ['DAY_IS_IN_TIME position.takenOn'],
  ],
  [
    'a position in time that nothing shows',
    open,
    taken(bad, 'SUPPORT'),
    '2026-04-01',
    ['DAY_IS_IN_TIME position.reference'],
  ],
  [
    'a position before the first day',
    open,
    taken(bad, 'SUPPORT', { takenOn: '2026-01-20' }),
    '2026-01-31',
    ['DAY_IS_IN_TIME position.takenOn'],
  ],
  [
    'reservations that are not said',
    open,
    taken(bad, 'SUPPORT_WITH_RESERVATIONS', { statement: { de: ' ', en: null } }),
    day,
    ['RESERVATIONS_ARE_STATED position.statement'],
  ],
  [
    'a position on behalf that rests on nothing',
    open,
    taken(bad, 'SUPPORT', { recording: 'ON_BEHALF' }),
    day,
    ['ON_BEHALF_IS_FOUNDED position.reference'],
  ],
  [
    'a position on behalf of the district',
    open,
    taken(district, 'SUPPORT', onBehalf),
    day,
    ['ON_BEHALF_IS_FOUNDED position.recording'],
  ],
  [
    'what replaces the own position',
    after(open, taken(bad, 'OPPOSE'), day),
    taken(bad, 'SUPPORT', onBehalf),
    day,
    ['OWN_POSITION_STANDS position.recording'],
  ],
  [
    'what replaces a confirmed position',
    after(inState.OPEN, { kind: 'POSITION_CONFIRMED', party: bad }, day),
    taken(bad, 'OPPOSE', onBehalf),
    day,
    ['OWN_POSITION_STANDS position.recording'],
  ],
  [
    'a confirmation of the own position',
    after(open, taken(bad, 'OPPOSE'), day),
    { kind: 'POSITION_CONFIRMED', party: bad },
    day,
    ['POSITION_IS_UNCONFIRMED party'],
  ],
  [
    'a confirmation of nothing',
    open,
    { kind: 'POSITION_CONFIRMED', party: bad },
    day,
    ['POSITION_IS_UNCONFIRMED party'],
  ],
  [
    'a confirmation of a stale position',
    after(inState.OPEN, { kind: 'PROPOSAL_REVISED', proposal }, day),
    { kind: 'POSITION_CONFIRMED', party: bad },
    day,
    ['POSITION_IS_UNCONFIRMED party'],
  ],
  [
    'the end on the last day while somebody is silent',
    inState.OPEN,
    { kind: 'CLOSED' },
    voting.lastDay,
    ['TIME_IS_OVER_OR_ALL_SPOKE kind'],
  ],
  [
    'the end before the last day with stale positions',
    after(spoken, { kind: 'PROPOSAL_REVISED', proposal }, day),
    { kind: 'CLOSED' },
    day,
    ['TIME_IS_OVER_OR_ALL_SPOKE kind'],
  ],
  ['another result than there is', closed, { kind: 'NOT_ADOPTED' }, day, ['RESULT_SAYS_SO kind']],
  [
    'a withdrawal without a reason',
    open,
    { kind: 'WITHDRAWN', reason: { de: null, en: ' ' } },
    day,
    ['WITHDRAWAL_IS_EXPLAINED reason'],
  ],
])('%s is refused', (_, decision, event, today, wrong) => {
  expect(wrongWith(decision, event, today)).toEqual(wrong);
});

test('first and last days belong to a period, and a day is long enough', () => {
  const only = { firstDay: '2026-02-01', lastDay: '2026-02-01' };
  const twoYears = { firstDay: '2026-03-01', lastDay: '2028-02-28' };
  const talking = after(inState.DRAFT, { kind: 'CONSULTATION_STARTED', period: only }, '2026-02-01');
  const rule = carryingRule('UNANIMOUS');
  expect(after(talking, { kind: 'RULE_CHANGED', rule }, '2026-02-01').rule).toEqual(rule);
  const period = { firstDay: '2026-02-02', lastDay: '2026-02-02' };
  const register = { ...population, registerDate: '2026-02-02' };
  const voted = after(talking, { kind: 'OPENED', period, population: register }, '2026-02-02');
  const own = taken(bad, 'SUPPORT', { takenOn: '2026-02-02' });
  expect(after(voted, own, '2026-02-02').positions).toHaveLength(1);
  const inAWeek = after(voted, { kind: 'PERIOD_EXTENDED', lastDay: '2026-02-09' }, '2026-02-02');
  expect(after(inAWeek, { kind: 'PROPOSAL_REVISED', proposal }, '2026-02-02').proposals).toHaveLength(2);
  expect(after(inState.OPEN, withdrawn, voting.lastDay).state).toBe('WITHDRAWN');
  expect(after(inState.DRAFT, { kind: 'CONSULTATION_STARTED', period: twoYears }, day).state).toBe(
    'CONSULTATION',
  );
});

test('the coordinator corrects what nobody has confirmed', () => {
  expect(after(inState.OPEN, taken(bad, 'OPPOSE', onBehalf), day).positions).toMatchObject([
    { stance: 'OPPOSE' },
  ]);
});

test('a result that cannot be established is stated neither way, and a new round follows', () => {
  const unknown = {
    ...population,
    municipalities: municipalities.map((municipality) => ({ municipality, inhabitants: null })),
  };
  const voted = everybody.reduce(
    (last, party) => after(last, taken(party, 'SUPPORT'), day),
    through(...opening.slice(0, 2), ['2026-02-01', { kind: 'OPENED', period: voting, population: unknown }]),
  );
  const stuck = after(voted, { kind: 'CLOSED' }, day);
  expect(jointDecisionResult(stuck).outcome).toBe('UNDECIDABLE');
  for (const kind of ['ADOPTED', 'NOT_ADOPTED'] as const) {
    expect(wrongWith(stuck, { kind }, day)).toEqual(['RESULT_SAYS_SO kind']);
  }
  const next = applyDecisionEvent(
    null,
    { kind: 'DRAFTED', expectedRevision: 0, ...draft, round: 2 },
    { today: day, previousRound: stuck },
  );
  expect(next).toMatchObject({ decision: { round: 2, state: 'DRAFT', revision: 1, positions: [] } });
});

test.each<[string, JointDecision, Partial<typeof draft>, readonly string[]]>([
  ['of what was adopted', inState.ADOPTED, { round: 2 }, []],
  ['of what was not adopted', inState.NOT_ADOPTED, { round: 2 }, []],
  ['of what was withdrawn', inState.WITHDRAWN, { round: 2 }, []],
  ['while positions are taken', inState.OPEN, { round: 2 }, ['ROUND_FOLLOWS round']],
  ['before the result is stated', inState.CLOSED, { round: 2 }, ['ROUND_FOLLOWS round']],
  ['with a wrong number', inState.ADOPTED, { round: 3 }, ['ROUND_FOLLOWS round']],
  ['of another decision', inState.ADOPTED, { round: 2, key: 'sprachkurse' }, ['ROUND_FOLLOWS key']],
  [
    'of another district',
    inState.ADOPTED,
    { round: 2, district: '03154', parties: { ...draft.parties, municipalities: ['03154001'] } },
    ['ROUND_FOLLOWS key'],
  ],
  ['with the number of the first', inState.ADOPTED, { round: 1 }, ['ROUND_FOLLOWS round']],
])('a new round %s', (_, previousRound, given, wrong) => {
  const event: JointDecisionEvent = { kind: 'DRAFTED', expectedRevision: 0, ...draft, ...given };
  const before = JSON.stringify(previousRound);
  const applied = applyDecisionEvent(null, event, { today: day, previousRound });
  const found = 'problems' in applied ? applied.problems.map(({ rule, field }) => `${rule} ${field}`) : [];
  expect(found).toEqual(wrong);
  expect(JSON.stringify(previousRound)).toBe(before);
});

test('two who write at once: the second is told what happened meanwhile', () => {
  const sent = (event: Meant, expectedRevision: number) =>
    applyDecisionEvent(open, { ...event, expectedRevision } as JointDecisionEvent, { today: day });
  expect(sent(taken(bad, 'SUPPORT'), 2)).toEqual({
    conflict: { expectedRevision: 2, revision: 3, meanwhile: open.history.slice(2), isIndependent: false },
  });
  expect(sent(taken(bad, 'SUPPORT'), 9)).toEqual({
    conflict: { expectedRevision: 9, revision: 3, meanwhile: [], isIndependent: false },
  });
  // It is told before anything that is wrong with the event.
  expect(sent({ kind: 'ADOPTED' }, 2)).toHaveProperty('conflict.revision', 3);
  expect(send(null, drafted, day)).toHaveProperty('decision.revision', 1);
  expect(
    applyDecisionEvent(open, { kind: 'DRAFTED', expectedRevision: 0, ...draft }, { today: day }),
  ).toHaveProperty('conflict.meanwhile.length', 3);
});

test('a position meets positions of others without harm, and anything else with', () => {
  const other = after(open, taken(clausthal, 'SUPPORT'), day);
  const same = after(open, taken(bad, 'OPPOSE'), day);
  const revised = after(other, { kind: 'PROPOSAL_REVISED', proposal }, day);
  const event = { ...taken(bad, 'SUPPORT'), expectedRevision: open.revision } as JointDecisionEvent;
  const independent = [other, same, revised].map((decision) => {
    const applied = applyDecisionEvent(decision, event, { today: day });
    return 'conflict' in applied && applied.conflict.isIndependent;
  });
  expect(independent).toEqual([true, false, false]);
  const rule = { kind: 'CLOSED', expectedRevision: open.revision } as const;
  expect(applyDecisionEvent(other, rule, { today: day })).toHaveProperty('conflict.isIndependent', false);
});

test('what was given stays the callers own, and what is answered cannot be changed', () => {
  const given = {
    ...position(bad, 'SUPPORT_WITH_RESERVATIONS'),
    statement: { de: 'Nur mit Land', en: null },
  };
  const decision = after(open, { kind: 'POSITION_TAKEN', position: given }, day);
  given.statement.de = 'Gar nicht';
  expect(decision.positions[0]?.statement?.de).toBe('Nur mit Land');
  expect(Object.isFrozen(given)).toBe(false);
  expect(Object.isFrozen(decision.positions[0]?.statement)).toBe(true);
  expect(Object.isFrozen(decision.history[3]?.event)).toBe(true);
  expect(decision.district).toBe(DISTRICT);
});

test('today is a day', () => {
  expect(() =>
    applyDecisionEvent(null, { kind: 'DRAFTED', expectedRevision: 0, ...draft }, { today: '' }),
  ).toThrow(RangeError);
});
