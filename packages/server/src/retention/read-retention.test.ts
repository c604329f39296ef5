import { expect, test } from 'vitest';
import { defaultRetention, readRetention } from './read-retention.ts';

function read(value: unknown) {
  const refused: string[] = [];
  const retention = readRetention(value, (path, message) => refused.push(`${path.join('.')}: ${message}`));
  return { retention, refused };
}

test('what is left out is as it is without a configuration', () => {
  expect(read(undefined)).toEqual({ retention: defaultRetention, refused: [] });
  expect(read({})).toEqual({ retention: defaultRetention, refused: [] });
  expect(read({ auditMonths: 120, deliveryReceiptDays: 1 })).toEqual({
    retention: { auditMonths: 120, deliveryReceiptDays: 1, accessTokenMonths: 12 },
    refused: [],
  });
});

test('everything that is wrong is said at once', () => {
  const value = { auditMonths: 0, deliveryReceiptDays: '30', accessTokenMonths: 1.5, auditMonth: 1 };
  expect(read(value).refused).toMatchInlineSnapshot(`
    [
      "auditMonth: there is no such field: write "auditMonths"",
      "auditMonths: 0 is no number of months: write a whole number from 1 to 1200, such as 60",
      "deliveryReceiptDays: "30" is no number of days: write a whole number from 1 to 36500, such as 30",
      "accessTokenMonths: 1.5 is no number of months: write a whole number from 1 to 1200, such as 12",
    ]
  `);
  expect(
    read({ auditMonths: 1_201, deliveryReceiptDays: null, accessTokenMonths: -1 }).refused,
  ).toMatchInlineSnapshot(`
    [
      "auditMonths: 1201 is no number of months: write a whole number from 1 to 1200, such as 60",
      "deliveryReceiptDays: null is no number of days: write a whole number from 1 to 36500, such as 30",
      "accessTokenMonths: -1 is no number of months: write a whole number from 1 to 1200, such as 12",
    ]
  `);
});

test.each([[null], [[60]], [60], ['forever']])('%j is no section', (value) => {
  expect(read(value)).toEqual({
    retention: defaultRetention,
    refused: [
      ': is no object: write one such as {"auditMonths":60,"deliveryReceiptDays":30,"accessTokenMonths":12}',
    ],
  });
});
