import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officialCategory } from '@kreisweit/domain';
import fc from 'fast-check';
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingPlugin } from '../../tests/opening-plugin.ts';
import type { OwnFiguresInput } from '../definition/input-definition.ts';
import { problemList } from '../input/problem-list.ts';
import { mapOwnFigures } from './map-own-figures.ts';
import { missingIn } from './missing-in.ts';
import { openOwnFigures } from './own-figures-file.ts';
import { writeTemplateCsv } from './template-csv.ts';
import { type TemplateRow, templateRows } from './template-rows.ts';
import { writeTemplateXlsx } from './template-xlsx.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const lindow = { key: '120685804280', name: 'Lindow (Mark), "Stadt"; Amt' };
const prignitz = { key: '12070', name: 'Prignitz' };

/** The rows that a file asks for, as the reader sees them. */
async function rowsIn(content: string | Uint8Array): Promise<readonly TemplateRow[]> {
  const path = join(folder, 'template');
  await writeFile(path, content);
  const table = await openOwnFigures(path);
  const problems = problemList('The file cannot be read');
  const rows = (await Array.fromAsync(table.rows(problems))).flat();
  problems.throwIfAny();
  return rows.map(({ territory, name, time, content: measure, codes }) => ({
    key: territory,
    name,
    period: time,
    measure,
    breakdown: Object.fromEntries(
      table.variables.flatMap((dimension, index) => {
        const category = officialCategory(dimension, codes[index] ?? '');
        return category === null ? [] : [[dimension, category.key]];
      }),
    ),
  }));
}

describe('templateRows', () => {
  it('asks each territory for what its kind reports: totals, and each category on its own', () => {
    const rows = templateRows(openingPlugin, 'figures', [lindow, prignitz], ['2015']);
    const asked = (of: string) =>
      rows
        .filter(({ key }) => key === of)
        .map(({ measure, breakdown }) => `${measure} ${JSON.stringify(breakdown)}`);
    expect(asked(prignitz.key)).toEqual([
      'opening/pupils {}',
      'opening/pupils {"nationality":"german"}',
      'opening/pupils {"nationality":"foreign"}',
    ]);
    expect(asked(lindow.key).slice(0, 4)).toEqual([
      'opening/staff {}',
      'opening/staff {"sex":"male"}',
      'opening/staff {"sex":"female"}',
      'opening/staff {"ageGroup21":"0-2"}',
    ]);
    expect(asked(lindow.key)).toHaveLength(1 + 2 + 21 + 1 + 1);
  });

  it('asks districts for everything where the input lists districts only, and for years where a measure refers to one', () => {
    const rows = templateRows(openingPlugin, 'district', [prignitz], ['2015', '2015-Q1']);
    expect(new Set(rows.map(({ measure, period }) => `${measure} ${period}`))).toEqual(
      new Set(['opening/staff 2015', 'opening/staff 2015-Q1', 'opening/pupils 2015']),
    );
  });

  it('refuses what cannot be asked for', () => {
    expect(() => templateRows(openingPlugin, 'file', [], [])).toThrow(
      "'file' is no input of opening for own figures: it has figures, district",
    );
    expect(() => templateRows(openingPlugin, 'figures', [], ['15'])).toThrow("'15' is no period");
    expect(() => templateRows(openingPlugin, 'figures', [{ key: '99', name: '' }], [])).toThrow(
      "'99' is no key",
    );
  });
});

const anyTemplate = fc
  .record({
    territories: fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('12070008', '120685804280', '12070', '01001000', '09162'),
        name: fc.string({ unit: 'grapheme', maxLength: 12 }).map((name) =>
          `O ${name}`
            .normalize('NFC')
            .replace(/[\p{Cc}\p{Cf}\ufffe\uffff]|\s+/gu, ' ')
            .trim(),
        ),
      }),
      { selector: ({ key }) => key, minLength: 1, maxLength: 3 },
    ),
    periods: fc.uniqueArray(fc.constantFrom('2014', '2015', '2015-Q1', '2015-06'), { minLength: 1 }),
  })
  .map(({ territories, periods }) => templateRows(openingPlugin, 'figures', territories, periods))
  .filter((rows) => rows.length > 0);

describe('a written template', () => {
  it('holds exactly its rows when it is read back, as CSV and as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(anyTemplate, async (rows) => {
        expect(await rowsIn(writeTemplateCsv(rows))).toEqual(rows);
        expect(await rowsIn(await writeTemplateXlsx(rows, openingPlugin))).toEqual(rows);
      }),
      { numRuns: 8 },
    );
  });

  it('is a CSV file that German spreadsheets open as a table', () => {
    const rows = templateRows(openingPlugin, 'district', [prignitz], ['2015']);
    expect(writeTemplateCsv(rows).split('\r\n').slice(0, 4)).toMatchInlineSnapshot(`
      [
        "﻿Schlüssel;Name;Zeitraum;Merkmal;Geschlecht;Altersgruppe (21 Gruppen);Staatsangehörigkeit;Wert;Bemerkung",
        "12070;Prignitz;2015;opening/staff;Insgesamt;Insgesamt;Insgesamt;;",
        "12070;Prignitz;2015;opening/staff;männlich;Insgesamt;Insgesamt;;",
        "12070;Prignitz;2015;opening/staff;weiblich;Insgesamt;Insgesamt;;",
      ]
    `);
    expect(writeTemplateCsv(templateRows(openingPlugin, 'figures', [lindow], ['2015']))).toContain(
      '"Lindow (Mark), ""Stadt""; Amt"',
    );
  });

  it('has a frozen bold header, texts, drop-downs, a rule for values and explanations', async () => {
    const rows = templateRows(openingPlugin, 'district', [prignitz], ['2015']);
    const { sheets } = await readXlsx(await writeTemplateXlsx(rows, openingPlugin), { readStyles: true });
    const [figures, notes, lists] = sheets;
    expect(figures?.freezePane).toEqual({ rows: 1 });
    expect(figures?.cells?.get('0,0')?.style?.font?.bold).toBe(true);
    expect(figures?.cells?.get('1,0')?.style?.numFmt).toBe('@');
    expect(figures?.rows[1]?.[7]).toBe(null);
    expect(
      figures?.dataValidations?.map(({ type, range, formula1 }) => `${type} ${range} ${formula1}`),
    ).toMatchInlineSnapshot(`
      [
        "list C2:C28 Listen!$A$1:$A$1",
        "list D2:D28 Listen!$B$1:$B$2",
        "list E2:E28 Listen!$C$1:$C$3",
        "list F2:F28 Listen!$D$1:$D$22",
        "list G2:G28 Listen!$E$1:$E$3",
        "custom H2:H28 IF(ISNUMBER(H2),AND(H2>=0,H2=INT(H2)),OR(H2="-",H2=".",H2="...",H2="/",H2="x",H2="*"))",
      ]
    `);
    expect(lists?.hidden).toBe(true);
    expect(
      notes?.rows.map((row) =>
        row
          .map((cell) => cell ?? '')
          .join(' | ')
          .replace(/[ |]+$/, ''),
      ),
    ).toMatchInlineSnapshot(`
      [
        "Öffnung der Verwaltung |  | Opening of the administration",
        "Bitte nur die Spalten Wert und Bemerkung ausfüllen. Eine leere Zelle heißt: noch keine Angabe. |  | Please fill in the columns Wert (value) and Bemerkung (note) only. An empty cell means: no figure yet.",
        "Die Summe steht bei Insgesamt; sie wird nicht aus den Teilen errechnet. |  | The total stands beside Insgesamt; it is not computed from the parts.",
        "",
        "Kennung - key | Merkmal (deutsch) | Measure (English) | Beschreibung | Description | Einheit - unit | Bezugszeit | Reference",
        "opening/staff | Beschäftigte der Verwaltung | Staff of the administration | Köpfe, nicht Stellen | heads, not posts | Personen - persons | Stand am 31.12. des Jahres | on 12-31 (month-day) of the year",
        "opening/pupils | Schülerinnen und Schüler | Pupils |  |  | Personen - persons | Schuljahr, das im Jahr endet (2015 ist 2014/15) | school year that ends in the year (2015 is 2014/15)",
        "",
        "Zeichen - sign | Bedeutung | Meaning",
        "- | nichts vorhanden, genau Null | nothing, exactly zero",
        ". | unbekannt oder geheim zu halten | unknown or confidential",
        "... | Angabe fällt später an | figure comes later",
        "/ | Wert nicht sicher genug | value too unreliable",
        "x | Angabe ist nicht sinnvoll | figure makes no sense",
      ]
    `);
  });

  it('is delivered when it is filled in, and what it lacks is known', async () => {
    const rows = templateRows(openingPlugin, 'figures', [lindow, prignitz], ['2015']);
    const template = await openXlsx(await writeTemplateXlsx(rows, openingPlugin));
    const [sheet] = template.sheets;
    const value = sheet?.rows[0]?.indexOf('Wert') ?? -1;
    for (const [line, filled] of [
      [1, 7],
      [2, '-'],
      [3, 4],
      [25, 1234.5],
    ] as const) {
      const row = sheet?.rows[line];
      if (row !== undefined) row[value] = filled;
    }
    const path = join(folder, 'filled.xlsx');
    await writeFile(path, await saveXlsx(template));
    const table = await openOwnFigures(path);
    expect(table.plugin).toBe('opening');
    const reading = mapOwnFigures(table, openingPlugin, openingPlugin.inputs.figures as OwnFiguresInput);
    const delivered = (await Array.fromAsync(reading.batches())).flat();
    expect(
      delivered.map(({ measure, breakdown, cell }) => [measure, breakdown, cell.value ?? cell.sign]),
    ).toEqual([
      ['staff', {}, 7],
      ['staff', { sex: 'male' }, '-'],
      ['staff', { sex: 'female' }, 4],
      ['budget', {}, 1234.5],
    ]);
    expect(reading.findings()).toEqual([]);
    const { values, delivered: count, skipped } = reading.account();
    expect(values).toBe(rows.length);
    expect(count + skipped.reduce((sum, skip) => sum + skip.values, 0)).toBe(values);
    const missing = missingIn(rows, delivered);
    expect(missing).toHaveLength(rows.length - 4);
    expect(missing).not.toContain(rows[0]);
    const byAgs = delivered.map((cell) => ({ ...cell, territory: '12068280' }));
    expect(missingIn(rows, byAgs)).toEqual(missing);
    expect(missingIn(rows, [])).toEqual(rows);
  });

  it('is a workbook also when nothing is asked for', async () => {
    expect(await rowsIn(await writeTemplateXlsx([], openingPlugin))).toEqual([]);
    expect(await rowsIn(writeTemplateCsv([]))).toEqual([]);
  });
});
