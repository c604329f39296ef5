import { expect, test } from 'vitest';
import { carryingRule } from './carrying-rule.ts';
import type { JointDecision } from './joint-decision.ts';
import { jointDecisionResult } from './joint-decision-result.ts';
import {
  after,
  bad,
  clausthal,
  consultation,
  district,
  draft,
  jobcentre,
  type Meant,
  opening,
  population,
  proposal,
  seesen,
  send,
  taken,
  through,
  voting,
  wrongWith,
} from './testing/any-decision.ts';
import { closed, day, everybody, inState, onBehalf, open, withdrawn } from './testing/decisions-in-state.ts';

/** What keeps a coordination from cutting the parties short. */
test('unanimity without those who abstain has a quorum', () => {
  const changed = (given: Partial<typeof draft.rule>): Meant => ({
    kind: 'RULE_CHANGED',
    rule: carryingRule('UNANIMOUS', { abstentions: 'LEFT_OUT', ...given }),
  });
  const wrong = ['RULE_IS_SOUND rule.quorum'];
  expect(wrongWith(inState.DRAFT, changed({}), day)).toEqual(wrong);
  for (const numerator of [0, 5]) {
    const quorum = { numerator, denominator: 4 };
    expect(wrongWith(inState.DRAFT, changed({ quorum }), day)).toEqual(wrong);
  }
  const quorum = { numerator: 3, denominator: 4 };
  for (const given of [{ quorum }, { abstentions: 'COUNT_AS_NOT_SUPPORTING' } as const]) {
    expect(after(inState.DRAFT, changed(given), day).revision).toBe(2);
  }
});

test.each<[string, JointDecision, Meant, string, readonly string[]]>([
  [
    'a consultation that is over when it begins',
    inState.DRAFT,
    { kind: 'CONSULTATION_STARTED', period: consultation },
    '2026-02-01',
    ['PERIOD_IS_TO_COME period.lastDay'],
  ],
  [
    'a consultation of more than two years',
    inState.DRAFT,
    { kind: 'CONSULTATION_STARTED', period: { firstDay: '2026-01-01', lastDay: '2028-01-01' } },
    '2026-01-01',
    ['PERIOD_IS_SOUND period.lastDay'],
  ],
  [
    'a vote that began yesterday',
    inState.CONSULTATION,
    { kind: 'OPENED', period: voting, population },
    '2026-02-02',
    ['PERIOD_IS_TO_COME period.firstDay'],
  ],
  [
    'a vote of more than two years',
    inState.CONSULTATION,
    { kind: 'OPENED', period: { ...voting, lastDay: '2028-02-01' }, population },
    '2026-02-01',
    ['PERIOD_IS_SOUND period.lastDay'],
  ],
  [
    'an extension to more than two years',
    inState.OPEN,
    { kind: 'PERIOD_EXTENDED', lastDay: '2028-02-01' },
    day,
    ['EXTENSION_IS_LATER lastDay'],
  ],
  [
    'an extension of a consultation to more than two years',
    inState.CONSULTATION,
    { kind: 'PERIOD_EXTENDED', lastDay: '2028-01-10' },
    day,
    ['EXTENSION_IS_LATER lastDay'],
  ],
  [
    'an extension of a consultation to a day that is over',
    inState.CONSULTATION,
    { kind: 'PERIOD_EXTENDED', lastDay: '2026-02-19' },
    day,
    ['EXTENSION_IS_LATER lastDay'],
  ],
  [
    'an extension when the time for positions is over',
    inState.OPEN,
    { kind: 'PERIOD_EXTENDED', lastDay: '2026-05-31' },
    '2026-04-01',
    ['EXTENSION_IS_IN_TIME kind'],
  ],
  [
    'another rule after the consultation',
    inState.CONSULTATION,
    { kind: 'RULE_CHANGED', rule: carryingRule('UNANIMOUS') },
    '2026-02-01',
    ['CONSULTATION_LASTS kind'],
  ],
  [
    'other parties after the consultation',
    inState.CONSULTATION,
    { kind: 'PARTIES_CHANGED', parties: draft.parties },
    '2026-02-01',
    ['CONSULTATION_LASTS kind'],
  ],
  [
    'parties of tomorrow',
    inState.CONSULTATION,
    { kind: 'PARTIES_CHANGED', parties: { ...draft.parties, on: '2026-01-21' } },
    '2026-01-20',
    ['PARTIES_ARE_SOUND parties.on'],
  ],
  [
    'a new version with six days left',
    inState.OPEN,
    { kind: 'PROPOSAL_REVISED', proposal },
    '2026-03-25',
    ['REVISION_LEAVES_TIME proposal'],
  ],
  [
    'a position from before the consultation',
    open,
    taken(bad, 'SUPPORT', { takenOn: '2026-01-09' }),
    day,
    ['DAY_IS_IN_TIME position.takenOn'],
  ],
  [
    'a position older than the one that it replaces',
    inState.OPEN,
    taken(bad, 'OPPOSE', { takenOn: '2026-02-09' }),
    day,
    ['DAY_IS_IN_TIME position.takenOn'],
  ],
  [
    'what replaces the own position when it is stale',
    after(after(open, taken(bad, 'OPPOSE'), day), { kind: 'PROPOSAL_REVISED', proposal }, day),
    taken(bad, 'SUPPORT', { ...onBehalf, proposalVersion: 2, takenOn: day }),
    day,
    ['OWN_POSITION_STANDS position.recording'],
  ],
  [
    'what replaces a confirmed position when it is stale',
    after(
      after(inState.OPEN, { kind: 'POSITION_CONFIRMED', party: bad }, day),
      { kind: 'PROPOSAL_REVISED', proposal },
      day,
    ),
    taken(bad, 'SUPPORT', { ...onBehalf, proposalVersion: 2, takenOn: day }),
    day,
    ['OWN_POSITION_STANDS position.recording'],
  ],
  [
    'the end before the last day while a position waits to be confirmed',
    after(
      [district, clausthal, seesen, jobcentre].reduce(
        (last, party) => after(last, taken(party, 'SUPPORT'), day),
        open,
      ),
      taken(bad, 'SUPPORT', onBehalf),
      day,
    ),
    { kind: 'CLOSED' },
    voting.lastDay,
    ['TIME_IS_OVER_OR_ALL_SPOKE kind'],
  ],
  ['a withdrawal of what all have decided on', open, withdrawn, '2026-04-01', ['WITHDRAWAL_IS_IN_TIME kind']],
])('%s is refused', (_, decision, event, today, wrong) => {
  expect(wrongWith(decision, event, today)).toEqual(wrong);
});

test('the end waits for advice too, and comes early when all have spoken', () => {
  const silentActor = everybody
    .slice(0, 4)
    .reduce((last, party) => after(last, taken(party, 'SUPPORT'), day), open);
  expect(wrongWith(silentActor, { kind: 'CLOSED' }, day)).toEqual(['TIME_IS_OVER_OR_ALL_SPOKE kind']);
  expect(after(silentActor, taken(jobcentre, 'OPPOSE'), day)).toMatchObject({ state: 'OPEN' });
  expect(closed.state).toBe('CLOSED');
});

test('what was recorded on behalf of parties counts, and ends nothing early until they confirmed it', () => {
  const municipalitiesOnly = everybody.filter(({ kind }) => kind === 'MUNICIPALITY');
  const recorded = [
    ...[district, jobcentre].map((party) => taken(party, 'SUPPORT')),
    ...municipalitiesOnly.map((party) => taken(party, 'SUPPORT', onBehalf)),
  ].reduce((last, event) => after(last, event, day), open);
  expect(send(recorded, { kind: 'CLOSED' }, day)).toMatchInlineSnapshot(`
    {
      "problems": [
        {
          "field": "kind",
          "message": "positions may be taken until 2026-03-31, and 03153002, 03153005, 03153016 have not taken theirs on the latest version or not confirmed what was recorded on their behalf: close it after that day, or when all have",
          "rule": "TIME_IS_OVER_OR_ALL_SPOKE",
        },
      ],
    }
  `);
  const late = after(recorded, { kind: 'CLOSED' }, '2026-04-01');
  expect(jointDecisionResult(late)).toMatchObject({ outcome: 'ADOPTED', municipalities: { unconfirmed: 3 } });
  const confirmed = municipalitiesOnly.reduce(
    (last, party) => after(last, { kind: 'POSITION_CONFIRMED', party }, day),
    recorded,
  );
  expect(after(confirmed, { kind: 'CLOSED' }, day).state).toBe('CLOSED');
});

test('a council that met in time is heard after the last day, too', () => {
  const late = after(open, taken(bad, 'SUPPORT', onBehalf), '2026-04-02');
  expect(late.positions).toMatchObject([
    { takenOn: '2026-02-10', recordedOn: '2026-04-02', confirmedOn: null },
  ]);
});

test('the coordinator renews what nobody confirmed when it became stale, and the party replaces what the coordinator wrote', () => {
  const confirmed = after(inState.OPEN, { kind: 'POSITION_CONFIRMED', party: bad }, day);
  expect(confirmed.positions).toMatchObject([{ recording: 'ON_BEHALF', confirmedOn: day }]);
  const revised = after(inState.OPEN, { kind: 'PROPOSAL_REVISED', proposal }, day);
  const renewed = after(
    revised,
    taken(bad, 'ABSTAIN', { ...onBehalf, proposalVersion: 2, takenOn: day }),
    day,
  );
  expect(renewed.positions).toMatchObject([{ stance: 'ABSTAIN', proposalVersion: 2, confirmedOn: null }]);
  const own = after(renewed, taken(bad, 'OPPOSE', { proposalVersion: 2, takenOn: day }), day);
  expect(own.positions).toMatchObject([{ stance: 'OPPOSE', recording: 'OWN' }]);
});

test('an old resolution renews nothing', () => {
  const revised = after(inState.OPEN, { kind: 'PROPOSAL_REVISED', proposal }, day);
  for (const given of [onBehalf, {}]) {
    const old = taken(bad, 'SUPPORT', { ...given, proposalVersion: 2, takenOn: '2026-02-19' });
    expect(wrongWith(revised, old, '2026-03-01')).toEqual(['DAY_IS_IN_TIME position.takenOn']);
  }
  // What was revised before the opening may have been known before it was written down.
  const earlier = through(
    ...opening.slice(0, 2),
    ['2026-02-01', { kind: 'PROPOSAL_REVISED', proposal }],
    ...opening.slice(2),
  );
  const known = taken(bad, 'SUPPORT', { proposalVersion: 2, takenOn: '2026-01-30' });
  expect(after(earlier, known, day).positions).toHaveLength(1);
});

test('a period that is extended gives more time', () => {
  const longer = after(open, { kind: 'PERIOD_EXTENDED', lastDay: '2026-05-31' }, voting.lastDay);
  expect(longer.voting).toEqual({ firstDay: '2026-02-01', lastDay: '2026-05-31' });
  expect(longer.consultation).toEqual(consultation);
  expect(after(longer, taken(bad, 'SUPPORT', { takenOn: '2026-05-31' }), '2026-05-31').revision).toBe(5);
  // A consultation is also extended after its last day, as long as the vote was not opened, and then goes on.
  const talking = after(inState.CONSULTATION, { kind: 'PERIOD_EXTENDED', lastDay: day }, day);
  expect(talking.consultation?.lastDay).toBe(day);
  expect(after(talking, { kind: 'RULE_CHANGED', rule: carryingRule('UNANIMOUS') }, day).revision).toBe(4);
});
