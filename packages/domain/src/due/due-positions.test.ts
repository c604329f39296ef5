import { expect, test } from 'vitest';
import {
  bad,
  clausthal,
  DISTRICT,
  district,
  jobcentre,
  type Meant,
  opening,
  proposal,
  taken,
  through,
  voting,
} from '../decision/testing/any-decision.ts';
import { dueUntil } from './due-list.ts';
import { duePositions } from './due-positions.ts';

const revised: Meant = {
  kind: 'PROPOSAL_REVISED',
  proposal: { ...proposal, title: { de: 'Konzept, zweite Fassung', en: 'Concept, second version' } },
};
const told = (...events: readonly (readonly [day: string, event: Meant])[]) =>
  duePositions([through(...opening, ...events)]).map(
    ({ day, key, territory, actor, title }) => `${day} ${key} ${territory} ${actor ?? '-'}: ${title.de}`,
  );

test('every party that is asked has a row, an actor in the territory of the district', () => {
  expect(told()).toMatchInlineSnapshot(`
    [
      "2026-03-31 integrationskonzept/1 03153 -: Stellungnahme zu: Gemeinsames Integrationskonzept",
      "2026-03-31 integrationskonzept/1 03153002 -: Stellungnahme zu: Gemeinsames Integrationskonzept",
      "2026-03-31 integrationskonzept/1 03153005 -: Stellungnahme zu: Gemeinsames Integrationskonzept",
      "2026-03-31 integrationskonzept/1 03153016 -: Stellungnahme zu: Gemeinsames Integrationskonzept",
      "2026-03-31 integrationskonzept/1 03153 jobcenter-goslar: Stellungnahme zu: Gemeinsames Integrationskonzept",
    ]
  `);
});

test('one that has taken a position is asked no more; one whose position was recorded on its behalf is to confirm it', () => {
  const onBehalf = { recording: 'ON_BEHALF', reference: 'Sitzung vom 10.02.2026' } as const;
  expect(
    told(
      ['2026-02-10', taken(district, 'SUPPORT')],
      ['2026-02-11', taken(bad, 'SUPPORT', onBehalf)],
      ['2026-02-11', taken(clausthal, 'OPPOSE')],
    ),
  ).toMatchInlineSnapshot(`
    [
      "2026-03-31 integrationskonzept/1 03153002 -: Stellungnahme bestätigen zu: Gemeinsames Integrationskonzept",
      "2026-03-31 integrationskonzept/1 03153016 -: Stellungnahme zu: Gemeinsames Integrationskonzept",
      "2026-03-31 integrationskonzept/1 03153 jobcenter-goslar: Stellungnahme zu: Gemeinsames Integrationskonzept",
    ]
  `);
});

test('a position on an earlier version is to be renewed, under the title that the proposal has now', () => {
  expect(
    told(['2026-02-10', taken(jobcentre, 'SUPPORT')], ['2026-02-12', revised]).slice(-2),
  ).toMatchInlineSnapshot(`
    [
      "2026-03-31 integrationskonzept/1 03153016 -: Stellungnahme zu: Konzept, zweite Fassung",
      "2026-03-31 integrationskonzept/1 03153 jobcenter-goslar: Stellungnahme erneuern zu: Konzept, zweite Fassung",
    ]
  `);
});

test('nothing is asked before the time for positions begins and after it was closed', () => {
  expect(duePositions([through(...opening.slice(0, 2))])).toEqual([]);
  expect(told(['2026-04-01', { kind: 'CLOSED' }])).toEqual([]);
});

test('a position that was not taken in time is overdue, and its identity is that of the round and the party', () => {
  const positions = duePositions([through(...opening)]);
  const none = { bodies: [], meetings: [], actions: [], deliveries: [], trainings: [] };
  const [first] = dueUntil({ ...none, positions }, '2026-12-31', '2026-04-01');
  expect(first).toMatchObject({ kind: 'POSITION', day: voting.lastDay, territory: DISTRICT, overdue: true });
});
