import { expect, test } from 'vitest';
import { type DeliveryDeadline, dueDeliveries } from './delivery-deadline.ts';
import type { DueEntry } from './due-entry.ts';
import { dueEvents } from './due-event.ts';
import type { DueNames } from './due-names.ts';

const names: DueNames = {
  territories: new Map([
    ['12070', 'Landkreis Aue'],
    ['12070008', 'Birke'],
    ['12070028', 'Ahorn'],
    ['12070032', 'Örtze'],
  ]),
  actors: new Map([['job-centre', 'Jobcenter Aue']]),
};
const deadline: DeliveryDeadline = {
  key: 'opening-2025',
  district: '12070',
  plugin: 'opening',
  period: '2025',
  askedOf: 'MUNICIPALITIES',
  title: { de: 'Öffnung 2025', en: 'Opening 2025' },
  dueOn: '2026-03-31',
  endedOn: null,
};
const deliveries = (open: readonly string[], extra: Partial<DeliveryDeadline> = {}): readonly DueEntry[] =>
  dueDeliveries([{ deadline: { ...deadline, ...extra }, open }], '2026-03-01').map((row) => ({
    ...row,
    kind: 'DELIVERY',
    overdue: false,
  }));
const action: DueEntry = {
  kind: 'ACTION',
  district: '12070',
  asked: 'FINISH',
  subject: { kind: 'concept', key: '12070/together/2' },
  key: 'together/cafe',
  title: { de: 'Maßnahme endet: Sprachcafé', en: 'Action ends: Language café' },
  day: '2026-06-30',
  territory: '12070',
  actor: 'job-centre',
  overdue: false,
};

test('says first whose it is: the actor, else the territory; an unknown one stands there by its key', () => {
  const unknown = { ...action, territory: '12070999', actor: null };
  expect(dueEvents([action, unknown], names, 'de')).toMatchInlineSnapshot(`
    [
      {
        "category": "Maßnahme",
        "day": "2026-06-30",
        "description": "Maßnahme: Abschließen
    Wo: Landkreis Aue",
        "id": "action:together/cafe:12070:job-centre",
        "summary": "Jobcenter Aue: Maßnahme endet: Sprachcafé",
      },
      {
        "category": "Maßnahme",
        "day": "2026-06-30",
        "description": "Maßnahme: Abschließen",
        "id": "action:together/cafe:12070999",
        "summary": "12070999: Maßnahme endet: Sprachcafé",
      },
    ]
  `);
  expect(dueEvents([action], names, 'en')).toMatchObject([
    { summary: 'Jobcenter Aue: Action ends: Language café', category: 'Action' },
  ]);
});

test('what many municipalities have to deliver by one deadline is one event that lists them', () => {
  const all = deliveries(['12070008', '12070028', '12070032']);
  expect(dueEvents(all, names, 'de')).toMatchInlineSnapshot(`
    [
      {
        "category": "Datenlieferung",
        "day": "2026-03-31",
        "description": "Datenlieferung: Zahlen liefern
    Ahorn
    Birke
    Örtze",
        "id": "delivery:opening-2025:12070",
        "summary": "3 Gemeinden: Zahlen liefern: Öffnung 2025",
      },
    ]
  `);
  expect(dueEvents(all, names, 'en')[0]?.summary).toBe('3 municipalities: Deliver figures: Opening 2025');
});

test('it stays the same event until the last has delivered', () => {
  const [many] = dueEvents(deliveries(['12070008', '12070028']), names, 'de');
  const [last] = dueEvents(deliveries(['12070028']), names, 'de');
  expect(last).toMatchObject({ id: many?.id, summary: 'Ahorn: Zahlen liefern: Öffnung 2025' });
});

test('deadlines of different keys and of different districts are different events', () => {
  const more = [
    ...deliveries(['12070008']),
    ...deliveries(['12070008'], { key: 'population-2025' }),
    ...deliveries(['12071008'], { district: '12071' }),
  ];
  expect(new Set(dueEvents(more, names, 'de').map(({ id }) => id)).size).toBe(3);
});
