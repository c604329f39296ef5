import {
  type Acting,
  type AskedOf,
  actingOperator,
  carryingRule,
  type DeliveryDeadline,
  dueId,
  type JointDecisionEntry,
} from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Rows } from '../access/rows.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { putDecisions } from '../decisions/put-decisions.ts';
import type { Store } from '../open-store.ts';
import { publishedVersion } from '../read/published-version.ts';
import type { StoreSchema } from '../store-schema.ts';
import { servers } from '../testing/engines.ts';
import { ingestTable } from '../testing/small-release.ts';
import { smallStore } from '../testing/small-store.ts';
import { dueOf } from './due-of.ts';
import { openDeliveries } from './open-deliveries.ts';
import { saveDeliveryDeadline } from './save-delivery-deadline.ts';
import { saveTraining } from './save-training.ts';

/**
 * Of 2014 Ahorn (16097001) has a figure, Birke (16097002) a confidential one, Buche (16097003) nothing; of 2015 the association of Birke and Buche has
 * delivered desks. Hohes Holz (16097666) has no inhabitants. Eiche (16098) is its own municipality.
 */
const figures = `
             residents 2014  foreigners 2014  desks 2015  residents 2013
  16097001   100             10               _           100
  16097002   _               .                _           60
  16097003   _               _                _           40
  160975001  _               _                7           _
  16098      300             30               _           _
  16099001   _               _                _           50`;

let store: Store;
beforeAll(async () => {
  const [engine] = servers;
  if (engine === undefined) throw new Error('there is no server to test on');
  store = await smallStore(engine);
  await ingestTable(store, figures);
  await store.database.pool.query(
    `insert into actor (key, kind, name, description_de, description_en, topics, languages, migrant_led, demo)
     select key, 'school', key, '', '', '{}', '{}', false, false
     from unnest('{adult-education,evening-school}'::text[]) as key`,
  );
});
afterAll(() => store.close());

const deadline = (extra: Partial<DeliveryDeadline>): DeliveryDeadline => ({
  key: 'figures',
  district: '16097',
  plugin: 'small',
  period: '2014',
  askedOf: 'MUNICIPALITIES',
  title: { de: 'Zahlen', en: 'Figures' },
  dueOn: '2026-03-31',
  endedOn: null,
  ...extra,
});

describe('a delivery is open', () => {
  async function openIn(district: string, period: string, askedOf: AskedOf): Promise<readonly string[]> {
    const { number: asOf } = await publishedVersion(store.db);
    const deadlines = [deadline({ plugin: 'none' }), deadline({ district, period, askedOf })];
    const [none, own] = await openDeliveries(store.db, { asOf, deadlines });
    expect(none?.open).toEqual(['16097001', '16097002', '16097003']);
    return own?.open ?? [];
  }

  test('for inhabited municipalities that delivered nothing; a confidential figure is a delivery', async () => {
    expect(await openIn('16097', '2014', 'MUNICIPALITIES')).toEqual(['16097003']);
    expect(await openIn('16097', '2013', 'MUNICIPALITIES')).toEqual([]);
  });

  test('not for the members of an association that delivered', async () => {
    expect(await openIn('16097', '2015', 'MUNICIPALITIES')).toEqual(['16097001']);
  });

  test('for the district as long as nothing about it has arrived', async () => {
    expect(await openIn('16097', '2014', 'DISTRICT')).toEqual([]);
    expect(await openIn('16097', '2016', 'DISTRICT')).toEqual(['16097']);
  });

  test('for a kreisfreie Stadt under the key of the district, whoever is asked', async () => {
    for (const askedOf of ['MUNICIPALITIES', 'DISTRICT'] as const) {
      expect(await openIn('16098', '2014', askedOf)).toEqual([]);
      expect(await openIn('16098', '2015', askedOf)).toEqual(['16098']);
    }
  });

  test('for the municipalities of the end of the period', async () => {
    expect(await openIn('16099', '2012', 'MUNICIPALITIES')).toEqual(['16099001', '16099002']);
    expect(await openIn('16099', '2025', 'MUNICIPALITIES')).toEqual(['16099001', '16099003']);
  });

  test('nowhere in a district that nobody knows', async () => {
    expect(await openIn('16001', '2014', 'MUNICIPALITIES')).toEqual([]);
  });
});

const acting: Acting = actingOperator;
const title = { de: 'Gemeinsames Konzept', en: 'Common concept' };
const decided: readonly JointDecisionEntry[] = [
  {
    revision: 1,
    on: '2026-01-02',
    event: {
      kind: 'DRAFTED',
      expectedRevision: 0,
      key: 'common-concept',
      round: 1,
      district: '16097',
      parties: {
        on: '2026-01-01',
        municipalities: ['16097001', '16097002', '16097003'],
        actors: ['evening-school'],
      },
      rule: carryingRule('DOUBLE_MAJORITY'),
      proposal: { title, text: title, documents: [] },
    },
  },
  {
    revision: 2,
    on: '2026-01-10',
    event: {
      kind: 'CONSULTATION_STARTED',
      expectedRevision: 1,
      period: { firstDay: '2026-01-10', lastDay: '2026-01-31' },
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
        municipalities: [
          { municipality: '16097001', inhabitants: 100 },
          { municipality: '16097002', inhabitants: 60 },
          { municipality: '16097003', inhabitants: 40 },
        ],
      },
    },
  },
];

/**
 * A steering group that meets every three months: held on 15 January, cancelled in February, and one that was planned for 20 February and was not recorded. Of the
 * concept version 2 is in force: its language café is running, one action is done, one was stopped.
 */
const planned = [
  `insert into cooperation_body (district_key, key, revision, kind, title_de, title_en, every_months, recurs_since)
   values ('16097', 'steering', 1, 'STEERING_GROUP', 'Steuerungsgruppe', 'Steering group', 3, '2025-01-01'),
     ('16099', 'network', 1, 'NETWORK', 'Netzwerk', 'Network', null, null)`,
  `insert into body_meeting (district_key, body_key, key, revision, day, state, agenda, links, participants_recorded)
   values ('16097', 'steering', 'first', 1, '2025-10-01', 'HELD', '{}', '[]', false),
     ('16097', 'steering', 'second', 1, '2026-01-15', 'HELD', '{}', '[]', false),
     ('16097', 'steering', 'third', 1, '2026-02-01', 'CANCELLED', '{}', '[]', false),
     ('16097', 'steering', 'fourth', 1, '2026-02-20', 'PLANNED', '{}', '[]', false)`,
  `insert into concept_version (district_key, concept_key, number, revision, title_de, title_en, adopted_by, adopted_round, adopted_on)
   select '16097', 'together', n, 1, '', '', case when n < 3 then 'decision' end, case when n < 3 then n end, case when n < 3 then '2025-12-01'::date end
   from generate_series(1, 3) n`,
  `insert into concept_field (district_key, concept_key, number, key, position, title_de, title_en)
   select '16097', 'together', n, 'language', 0, '', '' from generate_series(1, 3) n`,
  `insert into concept_goal (district_key, concept_key, number, key, field_key, position, title_de, title_en)
   select '16097', 'together', n, 'all-learn', 'language', 0, '', '' from generate_series(1, 3) n`,
  `insert into concept_action (district_key, concept_key, number, key, goal_key, position, revision, title_de, title_en, valid_until,
     status, done_on, reason)
   select '16097', 'together', n, a.*
   from generate_series(1, 3) n,
     (values ('cafe-' , 'all-learn', 0, 1, 'Sprachcafé', 'Language café', '2026-06-30'::date, 'RUNNING', null::date, null),
       ('done-', 'all-learn', 1, 1, 'Erledigt', 'Done', '2026-03-31', 'DONE', '2026-02-15', null),
       ('stopped-', 'all-learn', 2, 1, 'Eingestellt', 'Stopped', '2026-03-31', 'STOPPED', null, 'no money')) a`,
  `update concept_action set key = key || number`,
  `insert into concept_action_actor (district_key, concept_key, number, action_key, actor_key, position)
   values ('16097', 'together', 2, 'cafe-2', 'evening-school', 0), ('16097', 'together', 2, 'cafe-2', 'adult-education', 1)`,
];

describe('what is due', () => {
  beforeAll(async () => {
    for (const statement of planned) await store.database.pool.query(statement);
    await saveDeliveryDeadline(store, acting, { value: deadline({}), expectedRevision: 0 });
    const ended = deadline({ key: 'ended', period: '2020', endedOn: '2026-02-15' });
    await saveDeliveryDeadline(store, acting, { value: ended, expectedRevision: 0 });
    const training = {
      key: 'plain-language',
      district: '16099',
      title: { de: 'Leichte Sprache', en: 'Plain language' },
      day: '2026-02-20',
      territory: '16099001',
      organiser: 'evening-school',
      audience: 'BOTH',
      state: 'PLANNED',
      link: null,
    } as const;
    await saveTraining(store, acting, { value: training, expectedRevision: 0 });
    const { problems } = await inTransaction<StoreSchema, Awaited<ReturnType<typeof putDecisions>>>(
      store.database,
      async ({ client, kysely }) => {
        const rows: Rows = async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows;
        return putDecisions(rows, kysely, [
          { district: '16097', key: 'common-concept', round: 1, entries: decided },
        ]);
      },
    );
    expect(problems).toEqual([]);
  });

  async function told(until: string, on = '2026-03-01'): Promise<readonly (readonly string[])[]> {
    const { number: asOf } = await publishedVersion(store.db);
    const found = await dueOf(store.db, { asOf, districts: ['16099', '16001', '16097'], until, on });
    return found.map((entries) =>
      entries.map(
        (entry) => `${entry.day} ${dueId(entry)} "${entry.title.de}"${entry.overdue ? ' overdue' : ''}`,
      ),
    );
  }

  test('of every kind, in the order of the districts', async () => {
    expect(await told('2026-12-31')).toMatchInlineSnapshot(`
      [
        [
          "2026-02-20 training:plain-language:16099001:evening-school "Eintragen, ob die Fortbildung stattgefunden hat: Leichte Sprache" overdue",
        ],
        [],
        [
          "2026-02-20 meeting:steering/fourth:16097 "Eintragen, ob die Sitzung stattgefunden hat: Steuerungsgruppe" overdue",
          "2026-03-31 position:common-concept/1:16097 "Stellungnahme zu: Gemeinsames Konzept"",
          "2026-03-31 position:common-concept/1:16097001 "Stellungnahme zu: Gemeinsames Konzept"",
          "2026-03-31 position:common-concept/1:16097002 "Stellungnahme zu: Gemeinsames Konzept"",
          "2026-03-31 position:common-concept/1:16097003 "Stellungnahme zu: Gemeinsames Konzept"",
          "2026-03-31 position:common-concept/1:16097:evening-school "Stellungnahme zu: Gemeinsames Konzept"",
          "2026-03-31 delivery:figures:16097003 "Zahlen liefern: Zahlen"",
          "2026-04-15 meeting:steering/due-2026-04-15:16097 "Sitzung fällig: Steuerungsgruppe"",
          "2026-06-30 action:together/cafe-2:16097:adult-education "Maßnahme endet: Sprachcafé"",
          "2026-06-30 action:together/cafe-2:16097:evening-school "Maßnahme endet: Sprachcafé"",
        ],
      ]
    `);
    const [one, unknown, other] = await told('2026-03-30');
    expect([one?.length, unknown?.length, other?.length]).toEqual([1, 0, 1]);
    const before = (await told('2026-03-31', '2026-02-10'))[2]?.join('\n');
    expect(before).toContain('delivery:ended:16097001');
    expect(before).toContain('action:together/done-2:16097');
  });

  test('says which record it is about', async () => {
    const { number: asOf } = await publishedVersion(store.db);
    const request = { asOf, districts: ['16097'], until: '2026-12-31', on: '2026-03-01' };
    const [entries = []] = await dueOf(store.db, request);
    const told = entries.map(({ asked, subject }) => `${asked} ${subject.kind} ${subject.key}`);
    expect([...new Set(told)]).toMatchInlineSnapshot(`
      [
        "RECORD meeting 16097/steering/fourth",
        "TAKE decision 16097/common-concept/1",
        "DELIVER deliveryDeadline 16097/figures",
        "SCHEDULE body 16097/steering",
        "FINISH concept 16097/together/2",
      ]
    `);
  });

  test('of an actor that was merged stands under the one that is left', async () => {
    await store.database.pool.query(
      `update actor set merged_into = 'adult-education' where key = 'evening-school'`,
    );
    const all = (await told('2026-12-31')).flat().join('\n');
    expect(all).toContain('training:plain-language:16099001:adult-education');
    expect(all).toContain('position:common-concept/1:16097:adult-education');
    expect(all.split('action:together/cafe-2:16097:adult-education')).toHaveLength(2);
    expect(all).not.toContain('evening-school');
  });
});
