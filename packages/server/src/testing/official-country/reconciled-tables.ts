import { expect, test } from 'vitest';
import type { OfficialCountry } from './official-country.ts';

/** How delivered totals of official tables fit their members. Tests that need all that is official. */
export function reconciledTables(country: () => OfficialCountry): void {
  test('no difference tells the foreign employees of Ahnsbeck, the one village of Celle that is hidden', async () => {
    const answer = (await country().query(`{
      district(key: "03351") {
        foreigners: reconciliation(measure: "work/foreignEmployees", period: "2015") { delivered summed difference finding note }
        employees: reconciliation(measure: "work/employees", period: "2015") { delivered summed difference finding }
      }
      territory(key: "03") { ... on State { reconciliations(measure: "work/foreignEmployees", period: "2015") {
        territories { key } differences } } }
      reporting(plugin: "work", measure: "work/foreignEmployees", period: "2015", state: "03") {
        territories { key } statuses reported expected }
    }`)) as {
      readonly district: unknown;
      readonly territory: {
        readonly reconciliations: { readonly territories: readonly { readonly key: string }[] };
      };
      readonly reporting: {
        readonly territories: readonly { readonly key: string }[];
        readonly statuses: readonly string[];
        readonly reported: readonly (number | null)[];
        readonly expected: readonly (number | null)[];
      };
    };
    expect(answer.district).toMatchInlineSnapshot(`
      {
        "employees": {
          "delivered": 55562,
          "difference": null,
          "finding": "CONFIDENTIAL",
          "summed": null,
        },
        "foreigners": {
          "delivered": 2605,
          "difference": null,
          "finding": "CONFIDENTIAL",
          "note": "Ein Wert ist geheim zu halten. Summe und Abweichung würden ihn verraten.",
          "summed": null,
        },
      }
    `);
    expect(answer.territory.reconciliations.territories.map(({ key }) => key)).not.toContain('03351');
    const celle = answer.reporting.territories.findIndex(({ key }) => key === '03351');
    const { statuses, reported, expected } = answer.reporting;
    expect([statuses[celle], reported[celle], expected[celle]]).toMatchInlineSnapshot(`
      [
        "PARTIAL",
        null,
        null,
      ]
    `);
    // 2,605 less the 2,589 of the members that are shown: the hidden one.
    expect(JSON.stringify(answer.district)).not.toMatch(/\b(?:16|2589)\b/);
  });

  test('of all districts as many could be compared as have no hidden member', async () => {
    expect(
      await country().query(`{ territory(key: "DG") { ... on Country {
        reconciliations(measure: "work/foreignEmployees", period: "2015") { districts compared differences } } } }`),
    ).toMatchInlineSnapshot(`
      {
        "territory": {
          "reconciliations": {
            "compared": 137,
            "differences": [],
            "districts": 402,
          },
        },
      }
    `);
  });
}
