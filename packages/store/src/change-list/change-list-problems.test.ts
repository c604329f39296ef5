import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { InputProblems } from '@kreisweit/domain';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realBoundaries } from '../boundaries/real-boundaries.ts';
import { realRegisters } from '../register/real-registers.ts';
import { readChangeList } from './read-change-list.ts';
import { realChangeLists } from './real-change-lists.ts';

const { text2023, sheet2023 } = realChangeLists;

let folder: string;
let original: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-changes-'));
  original = (await readFile(text2023, 'utf8')).split('\r\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('no problem', () => {
  test('Latin-1, semicolons, Windows line ends and a byte order mark', async () => {
    const expected = (await readChangeList(text2023)).changes;
    const text = original.join('\r\n');
    const semicolons = text.replace(/,(?! )/g, ';');
    for (const bytes of [
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(semicolons, 'latin1'),
    ]) {
      expect((await readChangeList(await write('again.csv', bytes))).changes).toEqual(expected);
    }
  });

  test('the sheet saved as CSV, with its two rows of titles and its footnotes', async () => {
    const path = await write(
      'saved.csv',
      [
        'Gebietsänderungen;;;;;;;;;;;;',
        'Kennziffer;Regionaleinheit;"Abgebende / \nAufgelöste Gemeinde";;;;;;Aufnehmende / Neugebildete Gemeinde;;;Wirksamkeitsdatum;',
        ';;Amtlicher Regionalschlüssel (ARS);"Amtlicher Gemeinde-\nschlüssel (AGS)";Name;Änderungs-art 1);Fläche qm;Einwohner;Amtlicher Regionalschlüssel (ARS);Amtlicher Gemeinde-schlüssel (AGS);Name;juristisch;statistisch',
        '13/2023/0002-R;Gemeinde;130755552003;13075003;Altwarp;4;;;130755552003;13075003;Altwarp, Fischerdorf;09.06.2023;01.08.2023',
        '1) Änderungsart:;;;;;;;;;;;;',
      ].join('\n'),
    );
    expect((await readChangeList(path)).changes).toMatchInlineSnapshot(`
      [
        {
          "areaSquareMetres": null,
          "from": {
            "ags": "13075003",
            "ars": "130755552003",
            "kind": "municipality",
            "name": "Altwarp",
          },
          "kinds": [
            "NAME_CHANGED",
          ],
          "legalOn": "2023-06-09",
          "line": 6,
          "population": null,
          "reference": "13/2023/0002-R",
          "statisticalOn": "2023-08-01",
          "to": {
            "ags": "13075003",
            "ars": "130755552003",
            "kind": "municipality",
            "name": "Altwarp, Fischerdorf",
          },
        },
      ]
    `);
  });

  test('districts, regions and states, with and without the AGS', async () => {
    const path = await rows(
      '03/2016/0001-R,Kreis,03152,03152,Göttingen,1,1117500000,252000,03159,,Göttingen,01.11.2016,01.11.2016',
      '03/2016/0002-R,Landkreis,03156,,Osterode am Harz,1,,,03159,03159,Göttingen,01.11.2016,01.11.2016',
      '14/2012/0001-R,Regierungsbezirk,141,141,Chemnitz,4,,,141,,Direktionsbezirk Chemnitz,01.03.2012,01.03.2012',
      '16/1990/0001-R,Land,16,,Thüringen,4,,,16,16,Freistaat Thüringen,03.10.1990,03.10.1990',
    );
    const { from, until, changes } = await readChangeList(path);
    expect([from, until]).toEqual(['1990-01-01', '2016-12-31']);
    expect(
      changes.map((change) => [change.from.kind, change.from.ags, change.to.ags]),
    ).toMatchInlineSnapshot(`
      [
        [
          "district",
          "03152",
          "03159",
        ],
        [
          "district",
          "03156",
          "03159",
        ],
        [
          "region",
          "141",
          "141",
        ],
        [
          "state",
          "16",
          "16",
        ],
      ]
    `);
  });

  test('a sheet with real dates', async () => {
    const path = await changedSheet({ M5: '<c r="M5" t="d"><v>2023-01-01T00:00:00Z</v></c>' });
    expect((await readChangeList(path)).changes[0]?.statisticalOn).toBe('2023-01-01');
  });
});

describe('a damaged text', () => {
  test('everything wrong in single cells at once', async () => {
    const path = await rows(
      ',Gemeinde,010595919101,01059101,Tastrup,1,4157252,395,010595919126,01059126,Hürup,01.03.2023,01.03.2023',
      '01/2023/0004-R,Ortsteil,010595919101,01059101,Tastrup,1,,,010595919126,01059126,Hürup,01.03.2023,01.03.2023',
      '01/2023/0004-R,Gemeinde,10595919101,1059101,Tastrup,1,,,010595919126,01059127,Hürup,01.03.2023,01.03.2023',
      '01/2023/0004-R,Gemeinde,1.05959E+10,01059101,Tastrup,5,,,010595919126,,Hürup,01.03.2023,01.03.2023',
      '01/2023/0004-R,Gemeinde,990595919101,99059101,,"3, 9",,,010595919126,01059126,HÃ¼rup,01.03.2023,01.03.2023',
      '01/2023/0005-R,Gemeindeverband,010585830,01058,Flintbek,,"35.221.465",-,,,Eidertal,30.02.2023,2023',
    );
    expect(
      (await refusal(path)).problems.map(({ line, column, message }) => `${line} ${column}: ${message}`),
    ).toMatchInlineSnapshot(`
      [
        "2 kennziffer: the Kennziffer is missing",
        "3 regionaleinheit: "Ortsteil" is no Regionaleinheit, expected Gemeinde, Gemeindeverband, Kreis, Regierungsbezirk or Land",
        "4 ars_alt: "10595919101" is not the ARS of a municipality, expected 12 digits; a leading zero was lost, keep the column as text",
        "4 ags_alt: "1059101" is not the AGS of a municipality, expected 8 digits; a leading zero was lost, keep the column as text",
        "4 ags_neu: the AGS 01059127 does not belong to the ARS 010595919126, expected 01059126; one of the two is wrong",
        "5 ars_alt: "1.05959E+10" is not the ARS of a municipality, expected 12 digits, beginning with a Land from 01 to 16",
        "5 aenderungsart: "5" is no Änderungsart, expected 1 (Auflösung), 2 (Teilausgliederung), 3 (Schlüsseländerung), 4 (Namensänderung) or several with commas",
        "5 ags_neu: the AGS of a municipality is missing, expected 8 digits",
        "6 ars_alt: "990595919101" is not the ARS of a municipality, expected 12 digits, beginning with a Land from 01 to 16",
        "6 ags_alt: "99059101" is not the AGS of a municipality, expected 8 digits, beginning with a Land from 01 to 16",
        "6 name_alt: the name is missing",
        "6 aenderungsart: "3, 9" is no Änderungsart, expected 1 (Auflösung), 2 (Teilausgliederung), 3 (Schlüsseländerung), 4 (Namensänderung) or several with commas",
        "6 name_neu: "H�¼rup" has damaged letters; the file must be UTF-8 or Windows-1252",
        "7 ags_alt: "01058" belongs to nothing: an association has no AGS",
        "7 aenderungsart: the Änderungsart is missing, expected 1 (Auflösung), 2 (Teilausgliederung), 3 (Schlüsseländerung), 4 (Namensänderung) or several with commas",
        "7 flaeche_qm: "35.221.465" is not a whole number; write digits only, or nothing",
        "7 einwohner: "-" is not a whole number; write digits only, or nothing",
        "7 ars_neu: the ARS of an association is missing, expected 9 digits",
        "7 juristisch: "30.02.2023" is no date, expected a day that exists as dd.mm.yyyy",
        "7 statistisch: "2023" is no date, expected a day that exists as dd.mm.yyyy",
      ]
    `);
  });

  test('cut off', async () => {
    const text = original.join('\n');
    const inName = text.indexOf('"Schelklingen') + 6;
    expect(await problemsOf(await write('cut.csv', text.slice(0, inName - 20)))).toMatchInlineSnapshot(`
      "cut.csv is refused: 1 problem, nothing was stored
        cut.csv:24: the row has 3 cells, expected 13: it is cut off, or a text with the delimiter lacks its quotation marks"
    `);
    expect(await problemsOf(await write('cut.csv', text.slice(0, inName)))).toMatchInlineSnapshot(`
      "cut.csv is refused: 1 problem, nothing was stored
        cut.csv:24: the quotation marks do not match from here on; use the file as published"
    `);
  });

  test('rows that stand twice', async () => {
    const path = await write('twice.csv', [...original.slice(0, 5), ...original.slice(3, 5)].join('\n'));
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "twice.csv is refused: 2 problems, nothing was stored
        twice.csv:6: the same change stands already in line 4; delete one of the two rows
        twice.csv:7: the same change stands already in line 5; delete one of the two rows"
    `);
  });

  test('columns that are missing', async () => {
    const [, ...lines] = original;
    const header =
      'kennziffer,regionaleinheit,ars,ags_alt,name_alt,art,flaeche_ha,einwohner,ars_neu,ags_neu,name_neu,juristisch,datum';
    expect(
      await problemsOf(await write('columns.csv', [header, ...lines].join('\n'))),
    ).toMatchInlineSnapshot(`
      "columns.csv is refused: 4 problems, nothing was stored
        columns.csv:1:ARS alt: the column is missing; the header holds "kennziffer", "regionaleinheit", "ars", "ags_alt", "name_alt", "art", "flaeche_ha", "einwohner", "ars_neu", "ags_neu", "name_neu", "juristisch", "datum"
        columns.csv:1:Änderungsart: the column is missing; the header holds "kennziffer", "regionaleinheit", "ars", "ags_alt", "name_alt", "art", "flaeche_ha", "einwohner", "ars_neu", "ags_neu", "name_neu", "juristisch", "datum"
        columns.csv:1:Fläche qm: the column is missing; the header holds "kennziffer", "regionaleinheit", "ars", "ags_alt", "name_alt", "art", "flaeche_ha", "einwohner", "ars_neu", "ags_neu", "name_neu", "juristisch", "datum"
        columns.csv:1:statistisch: the column is missing; the header holds "kennziffer", "regionaleinheit", "ars", "ags_alt", "name_alt", "art", "flaeche_ha", "einwohner", "ars_neu", "ags_neu", "name_neu", "juristisch", "datum""
    `);
  });

  test('a header and nothing else', async () => {
    expect(await problemsOf(await rows())).toMatchInlineSnapshot(`
      "rows.csv is refused: 1 problem, nothing was stored
        rows.csv: the list has a header but no rows; fetch it again"
    `);
  });
});

describe('a damaged sheet', () => {
  test('everything wrong in single cells at once', async () => {
    const path = await changedSheet({
      C6: '<c r="C6"><v>66350005005</v></c>',
      D8: '<c r="D8"><v>1452245</v></c>',
      F10: '<c r="F10"><v>3.4</v></c>',
      G12: '<c r="G12"><v>2201436.5</v></c>',
      L14: '<c r="L14"><v>44927</v></c>',
    });
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "changed.xlsx is refused: 5 problems, nothing was stored
        changed.xlsx:6:C (ARS alt): "66350005005" is not the ARS of a municipality, expected 12 digits; a leading zero was lost, keep the column as text
        changed.xlsx:8:D (AGS alt): "1452245" is not the AGS of a municipality, expected 8 digits; a leading zero was lost, keep the column as text
        changed.xlsx:10:F (Änderungsart): "3.4" is no Änderungsart, expected 1 (Auflösung), 2 (Teilausgliederung), 3 (Schlüsseländerung), 4 (Namensänderung) or several with commas
        changed.xlsx:12:G (Fläche qm): "2201436.5" is not a whole number; write digits only, or nothing
        changed.xlsx:14:L (juristisch): "44927" is no date, expected a day that exists as dd.mm.yyyy"
    `);
  });

  test('with another header', async () => {
    const path = await changedSheet({
      A2: '<c r="A2" t="inlineStr"><is><t>Nummer</t></is></c>',
      G3: '<c r="G3" t="inlineStr"><is><t>Fläche ha</t></is></c>',
    });
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "changed.xlsx is refused: 2 problems, nothing was stored
        changed.xlsx:2:Kennziffer: the column is missing; the header holds "Nummer", "Regionaleinheit", "Abgebende / Aufgelöste Gemeinde Amtlicher Regionalschlüssel (ARS)", "Amtlicher Gemeinde-schlüssel (AGS)", "Name", "Änderungs-art 1)", "Fläche ha", "Einwohner", "Aufnehmende / Neugebildete Gemeinde Amtlicher Regionalschlüssel (ARS)", "Amtlicher Gemeinde-schlüssel (AGS)", "Name", "Wirksamkeitsdatum juristisch", "statistisch"
        changed.xlsx:2:Fläche qm: the column is missing; the header holds "Nummer", "Regionaleinheit", "Abgebende / Aufgelöste Gemeinde Amtlicher Regionalschlüssel (ARS)", "Amtlicher Gemeinde-schlüssel (AGS)", "Name", "Änderungs-art 1)", "Fläche ha", "Einwohner", "Aufnehmende / Neugebildete Gemeinde Amtlicher Regionalschlüssel (ARS)", "Amtlicher Gemeinde-schlüssel (AGS)", "Name", "Wirksamkeitsdatum juristisch", "statistisch""
    `);
  });

  test('cut off', async () => {
    const bytes = await readFile(sheet2023);
    expect(await problemsOf(await write('cut.xlsx', bytes.subarray(0, 30_000)))).toMatch(
      /the XLSX file does not unpack \(.*cut off or damaged; fetch it again/,
    );
  });
});

describe('another file', () => {
  test.each([
    ['empty.csv', Buffer.alloc(0), /the file is empty; fetch it again/],
    ['blank.csv', Buffer.from('\n \n'), /this is no list of territorial changes: the file is empty/],
    [
      'table.csv',
      Buffer.from('Land;Name\n01;Kiel\n'),
      /the file begins with "Land", "Name". Expected the columns/,
    ],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old XLS file or one with a password/],
    ['utf16.csv', Buffer.from('\ufeffkennziffer', 'utf16le'), /UTF-16; save it as UTF-8/],
    [
      'list.zip',
      Buffer.from(zipSync({ 'list.csv': strToU8('kennziffer') })),
      /a ZIP file but no XLSX.*unpack it/,
    ],
  ])('%s', async (name, bytes, expected) => {
    expect(await problemsOf(await write(name, bytes))).toMatch(expected);
  });

  test('a municipality register, and no file at all', async () => {
    expect(await problemsOf(realRegisters.text2023)).toMatchInlineSnapshot(`
      "GV100AD_301123.txt is refused: 1 problem, nothing was stored
        GV100AD_301123.txt: this is no list of territorial changes: the file begins with "102023113001 Schleswig-Holstein Kiel". Expected the columns Kennziffer, Regionaleinheit, ARS alt, AGS alt, Name alt, Änderungsart, Fläche qm, Einwohner, ARS neu, AGS neu, Name neu, juristisch, statistisch"
    `);
    expect(await problemsOf(join(folder, 'absent.csv'))).toMatch(/cannot be opened: ENOENT/);
  });
});

test('a map is one problem, and a compressed file says what it is', async () => {
  const json = await readFile(realBoundaries);
  expect(await problemsOf(await write('map.topojson', json))).toMatchInlineSnapshot(`
    "map.topojson is refused: 1 problem, nothing was stored
      map.topojson: this is no list of territorial changes: the file begins with "{"type":"Topology","objects":{"kreise":{...". Expected the columns Kennziffer, Regionaleinheit, ARS alt, AGS alt, Name alt, Änderungsart, Fläche qm, Einwohner, ARS neu, AGS neu, Name neu, juristisch, statistisch"
  `);
  expect(await problemsOf(await write('list.csv.gz', gzipSync('kennziffer')))).toMatchInlineSnapshot(`
    "list.csv.gz is refused: 1 problem, nothing was stored
      list.csv.gz: this is compressed by gzip, as only crosswalks may be (kreisweit import crosswalk); a list of territorial changes is an .xlsx or a .csv, unpacked and as published"
  `);
});

async function write(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function rows(...lines: readonly string[]): Promise<string> {
  return write('rows.csv', [original[0], ...lines].join('\n'));
}

async function problemsOf(path: string): Promise<string> {
  return (await refusal(path)).message;
}

async function refusal(path: string): Promise<InputProblems> {
  const outcome = await readChangeList(path).catch((error: unknown) => error);
  if (!(outcome instanceof InputProblems)) throw new Error(`${path} was not refused: ${outcome}`);
  return outcome;
}

/** The real sheet with other cells, as XML. */
async function changedSheet(cells: Readonly<Record<string, string>>): Promise<string> {
  const files = unzipSync(await readFile(sheet2023));
  const name = 'xl/worksheets/sheet2.xml';
  const xml = Object.entries(cells).reduce(
    (before, [cell, replacement]) => {
      const pattern = new RegExp(`<c r="${cell}"[^>]*?(/>|>.*?</c>)`);
      expect(before).toMatch(pattern);
      return before.replace(pattern, replacement);
    },
    strFromU8(files[name] ?? new Uint8Array()),
  );
  return write('changed.xlsx', Buffer.from(zipSync({ ...files, [name]: strToU8(xml) }, { level: 1 })));
}
