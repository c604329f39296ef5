import {
  type Acting,
  actingOperator,
  type DecisionDraft,
  grantOf,
  InputProblems,
  type JointDecisionEntry,
} from '@kreisweit/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everyEntry } from '../audit/audit-query.ts';
import { auditTrail } from '../audit/audit-trail.ts';
import type { DecisionHistory } from '../decisions/decision-history.ts';
import type { Store } from '../open-store.ts';
import { servers, smallStore } from '../testing/index.ts';
import { actorOf } from '../testing/small-actors.ts';
import { exportCooperation } from './export-cooperation.ts';
import { type CooperationFile, ImportProblems, importCooperation } from './import-cooperation.ts';

const district = '16097';
const words = { de: 'Wort', en: 'word' };
const today = '2026-03-10';

const actors: CooperationFile = {
  kind: 'actors',
  file: 'actors.csv',
  checksum: 'a1',
  records: [actorOf('town-hall'), actorOf('choir')],
};

function assignments(...actorKeys: readonly string[]): CooperationFile {
  const records = actorKeys.map((actor) => ({
    district,
    key: `housing-${actor}`,
    task: 'housing',
    territory: '16097002',
    actor,
    role: 'CONTRIBUTES' as const,
    from: null,
    until: null,
  }));
  return { kind: 'assignments', file: 'assignments.csv', checksum: 'b2', records };
}

const draft: DecisionDraft = {
  key: 'concept',
  round: 1,
  district,
  parties: { on: '2025-01-01', municipalities: ['16097002'], actors: ['choir'] },
  rule: {
    kind: 'UNANIMOUS',
    districtConsent: true,
    abstentions: 'COUNT_AS_NOT_SUPPORTING',
    threshold: null,
    quorum: null,
  },
  proposal: { title: words, text: words, documents: [] },
};

const entries: readonly JointDecisionEntry[] = [
  { revision: 1, on: '2026-01-01', event: { kind: 'DRAFTED', expectedRevision: 0, ...draft } },
  {
    revision: 2,
    on: '2026-01-02',
    event: {
      kind: 'CONSULTATION_STARTED',
      expectedRevision: 1,
      period: { firstDay: '2026-01-02', lastDay: '2026-01-31' },
    },
  },
  {
    revision: 3,
    on: '2026-02-01',
    event: {
      kind: 'OPENED',
      expectedRevision: 2,
      period: { firstDay: '2026-02-01', lastDay: '2026-03-31' },
      population: {
        registerDate: '2021-12-31',
        municipalities: [{ municipality: '16097002', inhabitants: 100 }],
      },
    },
  },
];

function decisions(history: readonly JointDecisionEntry[]): CooperationFile {
  const records: readonly DecisionHistory[] = [{ district, key: 'concept', round: 1, entries: history }];
  return { kind: 'decisions', file: 'decisions.json', checksum: 'c3', records };
}

function positions(
  ...parties: readonly (readonly [kind: 'DISTRICT' | 'MUNICIPALITY' | 'ACTOR', key: string])[]
) {
  const records = parties.map(([kind, key]) => ({
    district,
    decision: 'concept',
    round: 1,
    party: { kind, key },
    stance: 'SUPPORT' as const,
    statement: null,
    proposalVersion: null,
    takenOn: '2026-03-01',
    reference: 'Beschluss 1',
  }));
  return { kind: 'positions', file: 'positions.csv', checksum: 'd4', records } as const;
}

function coordinatorOf(territory: string): Acting {
  const grants = [grantOf('DISTRICT_COORDINATOR', { territory })];
  return { principal: { kind: 'token', id: 'token:c', name: 'Koordination', grants }, requestId: null };
}

/** What a refusal says: the number of the file, and of its problems field and rule. */
async function refusal(work: Promise<unknown>): Promise<readonly string[]> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof InputProblems)) return [error instanceof Error ? error.name : 'something else'];
    const number = error instanceof ImportProblems ? error.fileNumber : 'no';
    return error.problems.map(({ field, rule }) => `file ${number}: ${field} ${rule}`);
  }
  return ['it was done'];
}

describe.each(servers)('importing records of the cooperation on $name', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await smallStore(engine);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.database.pool.query('truncate actor, task_revision, joint_decision, audit_entry cascade');
  });
  const run = (files: readonly CooperationFile[], acting: Acting = actingOperator) =>
    importCooperation(store, acting, files, { today });
  const trail = async () =>
    (await auditTrail(store.db, { ...everyEntry, districts: null, first: 10, after: null })).rows;

  test('takes files one after the other, once, and tells the audit trail of each that changed something', async () => {
    const files = [actors, assignments('choir', 'town-hall')];
    expect(await run(files)).toMatchObject([
      { kind: 'actors', records: 2, added: 2, changed: 0 },
      { kind: 'assignments', records: 2, added: 2, changed: 0 },
    ]);
    expect(await run(files)).toMatchObject([
      { added: 0, changed: 0 },
      { added: 0, changed: 0 },
    ]);
    const renamed = {
      ...actors,
      records: [actorOf('choir', { name: 'Chor (Beispiel)' })],
    } as CooperationFile;
    expect(await run([renamed])).toMatchObject([
      {
        ...{ records: 1, added: 0, changed: 1 },
        changes: [{ record: 0, key: 'choir', change: 'changed', fields: [{ field: 'name' }] }],
      },
    ]);
    expect(
      (await trail()).map(({ what, subject, districts, after }) => ({ what, subject, districts, after })),
    ).toEqual([
      {
        what: 'actors.imported',
        subject: { kind: 'file', key: 'actors.csv' },
        districts: [district],
        after: { checksum: 'a1', records: 1, added: 0, changed: 1, addedKeys: [], changedKeys: ['choir'] },
      },
      {
        what: 'assignments.imported',
        subject: { kind: 'file', key: 'assignments.csv' },
        districts: [district],
        after: {
          ...{ checksum: 'b2', records: 2, added: 2, changed: 0, changedKeys: [] },
          addedKeys: ['16097/housing-choir', '16097/housing-town-hall'],
        },
      },
      {
        what: 'actors.imported',
        subject: { kind: 'file', key: 'actors.csv' },
        districts: [district],
        after: {
          ...{ checksum: 'a1', records: 2, added: 2, changed: 0, changedKeys: [] },
          addedKeys: ['town-hall', 'choir'],
        },
      },
    ]);
  });

  test('stores all or nothing, and names the file and the record of what is wrong in every district', async () => {
    const wrong = assignments('choir', 'quire') as Extract<CooperationFile, { kind: 'assignments' }>;
    const elsewhere = wrong.records.map((record) => ({ ...record, district: '99999' }));
    const file = { ...wrong, records: [...elsewhere, ...wrong.records] };
    expect(await refusal(run([actors, file]))).toEqual([
      'file 1: assignments.0.district UNKNOWN',
      'file 1: assignments.3.actor UNKNOWN',
    ]);
    expect(await exportCooperation(store.db, { kind: 'actors', district })).toEqual([]);
    expect(await trail()).toEqual([]);
  });

  test('a dry run tells what would be, and undoes it', async () => {
    const tried = await importCooperation(store, actingOperator, [actors, assignments('choir')], {
      today,
      dryRun: true,
    });
    expect(tried).toMatchObject([{ added: 2 }, { added: 1 }]);
    expect(await exportCooperation(store.db, { kind: 'actors', district })).toEqual([]);
    expect(await trail()).toEqual([]);
  });

  test('asks of all records what is asked of those who save one', async () => {
    expect(await refusal(run([actors], coordinatorOf('16099')))).toEqual(['NotAllowed']);
    const kept = { ...actors, records: [actorOf('choir', { district: null })] } as CooperationFile;
    expect(await refusal(run([kept], coordinatorOf(district)))).toEqual(['NotAllowed']);
    expect(await run([actors, assignments('choir')], coordinatorOf(district))).toHaveLength(2);
    expect((await trail()).map(({ role }) => role)).toEqual(['DISTRICT_COORDINATOR', 'DISTRICT_COORDINATOR']);
    // What another district keeps is not taken over by naming it.
    await run([
      {
        ...actors,
        records: [actorOf('reeve', { district: '16099', territories: ['16099'] })],
      } as CooperationFile,
    ]);
    const taken = { ...actors, records: [actorOf('reeve')] } as CooperationFile;
    expect(await refusal(run([taken], coordinatorOf(district)))).toEqual(['NotAllowed']);
  });

  test('a file that leaves fields out keeps them, and does not ask for what was left out either', async () => {
    await run([actors]);
    const [, choir] = actors.records;
    // Left out, the district would be none: an entry for the whole country.
    const records = [{ ...choir, district: null, territories: [], name: 'Chor (Beispiel)' }];
    const renamed = { ...actors, records, leftOut: [['district', 'territories']] } as CooperationFile;
    expect(await run([renamed], coordinatorOf(district))).toMatchObject([
      { changes: [{ key: 'choir', fields: [{ field: 'name', after: 'Chor (Beispiel)' }] }] },
    ]);
  });

  test('attendance is not cleared, and seats are not told apart without their first day', async () => {
    const body = { kind: 'bodies', file: 'bodies.csv', checksum: 'e5' } as const;
    const bodies: CooperationFile = {
      ...body,
      records: [
        {
          ...{ district, key: 'round-table', kind: 'NETWORK', title: words, purpose: null },
          ...{ recurrence: null, from: null, until: null },
        },
      ],
    };
    const meeting = {
      ...{ district, body: 'round-table', key: 'first', day: '2026-02-01', state: 'HELD' },
      ...{ agenda: ['Eins'], resolutions: [], links: [] },
    } as const;
    const meetings = (participants: readonly string[] | null, leftOut: readonly string[] = []) =>
      ({
        ...{ kind: 'meetings', file: 'meetings.csv', checksum: 'f6', leftOut: [leftOut] },
        records: [{ ...meeting, agenda: ['Zwei'], participants }],
      }) as CooperationFile;
    await run([actors, bodies, meetings(['choir'])]);
    expect(await refusal(run([meetings(null)]))).toEqual(['file 0: meetings.0.participants CONFLICT']);
    expect(await run([meetings(null, ['participants'])])).toMatchObject([{ added: 0, changed: 0 }]);
    expect(await run([meetings([])])).toMatchObject([
      { changes: [{ fields: [{ field: 'participants', before: ['choir'], after: [] }] }] },
    ]);

    const seats = (days: readonly (string | null)[], leftOut: readonly string[] = []) =>
      ({
        ...{ kind: 'members', file: 'members.csv', checksum: 'g7', leftOut: [leftOut] },
        records: days.map((from) => ({
          ...{ district, body: 'round-table', actor: 'choir', role: 'MEMBER', represents: [], from },
          until: from === '2024-01-01' ? '2024-12-31' : null,
        })),
      }) as CooperationFile;
    expect(await run([seats(['2024-01-01'])])).toMatchObject([{ added: 1 }]);
    expect(await run([seats([null], ['from', 'until'])])).toMatchObject([{ added: 0, changed: 0 }]);
    expect(await run([seats(['2026-01-01'])])).toMatchObject([{ added: 1 }]);
    expect(await refusal(run([seats([null], ['from'])]))).toEqual(['file 0: members.0.from AMBIGUOUS']);
  });

  test('what a party says anew is not told in its words of before', async () => {
    const [own] = positions(['MUNICIPALITY', '16097002']).records;
    const said = (stance: string, leftOut: readonly string[]) =>
      ({
        ...positions(),
        records: [{ ...own, stance, statement: null, reference: null }],
        leftOut: [leftOut],
      }) as unknown as CooperationFile;
    await run([actors, decisions(entries), positions(['MUNICIPALITY', '16097002'])]);
    const leftOut = ['statement', 'reference', 'proposalVersion'];
    expect(await run([said('SUPPORT', leftOut)])).toMatchObject([{ added: 0, changed: 0 }]);
    expect(await refusal(run([said('OPPOSE', leftOut)]))).toEqual(['file 0: positions.0.reference REQUIRED']);
  });

  test('adds to histories and never rewrites them, and tells all positions that are wrong', async () => {
    await run([actors, decisions(entries.slice(0, 2))]);
    expect(await run([decisions(entries)])).toMatchObject([{ added: 0, changed: 1 }]);
    expect(await refusal(run([decisions(entries.slice(0, 2))]))).toEqual([
      'file 0: decisions.0.entries.2 CONFLICT',
    ]);
    const wrong = positions(
      ['MUNICIPALITY', '16097002'],
      ['MUNICIPALITY', '16097001'],
      ['ACTOR', 'town-hall'],
    );
    expect(await refusal(run([wrong]))).toEqual([
      'file 0: positions.1.party PARTY_IS_ENTITLED',
      'file 0: positions.2.party PARTY_IS_ENTITLED',
    ]);
    const fine = positions(['MUNICIPALITY', '16097002'], ['ACTOR', 'choir'], ['DISTRICT', district]);
    expect(await run([fine])).toMatchObject([{ added: 3, changed: 0 }]);
    expect(await run([fine])).toMatchObject([{ added: 0, changed: 0 }]);
    const [exported] = await exportCooperation(store.db, { kind: 'decisions', district });
    expect(
      exported?.entries
        .slice(3)
        .map(({ on, event }) => [on, 'position' in event && event.position.recording]),
    ).toEqual([
      [today, 'ON_BEHALF'],
      [today, 'ON_BEHALF'],
      [today, 'OWN'],
    ]);
    expect(await exportCooperation(store.db, { kind: 'positions', district })).toHaveLength(3);
  });
});
