import { expect, test } from 'vitest';
import { deadlineProblems } from './deadline-problems.ts';
import { type DeliveryDeadline, dueDeliveries } from './delivery-deadline.ts';

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
const known = { districts: new Set(['12070']), plugins: new Set(['opening', 'population']) };
const wrongWith = (...deadlines: readonly DeliveryDeadline[]) =>
  deadlineProblems(deadlines, known).map(({ field, rule, message }) => `${field} ${rule}: ${message}`);

test('is due for each territory that has delivered nothing', () => {
  const open = ['12070008', '12070028'];
  expect(dueDeliveries([{ deadline, open }], '2026-05-01')).toEqual(
    open.map((territory) => ({
      district: '12070',
      asked: 'DELIVER',
      subject: { kind: 'deliveryDeadline', key: '12070/opening-2025' },
      key: 'opening-2025',
      title: { de: 'Zahlen liefern: Öffnung 2025', en: 'Deliver figures: Opening 2025' },
      day: '2026-03-31',
      territory,
      actor: null,
    })),
  );
});

test('is due no more from the day on which it ended', () => {
  const ended = { deadline: { ...deadline, endedOn: '2026-05-01' }, open: ['12070008'] };
  expect(dueDeliveries([ended], '2026-04-30')).toHaveLength(1);
  expect(dueDeliveries([ended], '2026-05-01')).toEqual([]);
});

test('tells everything that is wrong at once', () => {
  expect(wrongWith(deadline)).toEqual([]);
  const odd = { ...deadline, key: 'Opening 2025', district: '99999', plugin: 'openin', period: '2025-13' };
  expect(
    wrongWith({ ...odd, title: { de: '', en: 'x' }, dueOn: '31.3.2026' }, deadline, deadline),
  ).toMatchInlineSnapshot(`
    [
      "deadlines.0.key FORM: 'Opening 2025' is no key: write at most 60 small letters and digits, words joined by hyphens (language-courses)",
      "deadlines.0.district UNKNOWN: there is no district '99999': enter it first or mend the key",
      "deadlines.0.plugin UNKNOWN: there is no plug-in 'openin': did you mean 'opening'?",
      "deadlines.0.title.de REQUIRED: it is empty: write it in German and in English",
      "deadlines.0.dueOn FORM: '31.3.2026' is no day: write it as 2026-02-28",
      "deadlines.0.period FORM: '2025-13' is no period: write it as 2025, 2025-Q1 or 2025-06",
      "deadlines.2.key DUPLICATE: '12070/opening-2025' is already at deadlines.1.key: leave one of them out",
    ]
  `);
});
