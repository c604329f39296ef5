import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputProblems } from '@kreisweit/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realBoundaries } from '../boundaries/real-boundaries.ts';
import { realChangeLists } from '../change-list/real-change-lists.ts';
import { readCrosswalk } from './read-crosswalk.ts';
import { realCrosswalks } from './real-crosswalks.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-crosswalk-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const header = 'year_xw,ags_xw,pop_conv,size_conv,emp_conv,ags20';

describe('no problem', () => {
  test('a byte order mark, semicolons, Windows line ends, lost zeros and empty lines', async () => {
    const rows = [header, '2010,1001,1,1,,01001', '', '2011,1001,1,1,,01001', ',,,,,'];
    const text = `\ufeff${rows.join('\r\n').replaceAll(',', ';')}`;
    expect((await readCrosswalk(await write('marked.csv', text))).links).toMatchInlineSnapshot(`
      [
        {
          "area": 1,
          "employment": null,
          "population": 1,
          "source": "01001",
          "sourceFrom": "2010-12-31",
          "sourceUntil": "2011-12-31",
          "target": "01001",
        },
      ]
    `);
  });

  test('a year-to-year file in Latin-1', async () => {
    const latin1 = Buffer.from(inLatin1(await readFile(realCrosswalks.from2021, 'utf8')), 'latin1');
    const [original, reread] = await Promise.all([
      readCrosswalk(realCrosswalks.from2021),
      readCrosswalk(await write('latin1.csv', latin1)),
    ]);
    expect(reread.links).toEqual(original.links);
    expect(reread.targetNames.get('01003000')).toBe('Lübeck, Hansestadt');
  });

  test('titles that run over several lines', async () => {
    const text = await readFile(realCrosswalks.from2021, 'utf8');
    const broken = text.replace('Gemeinden  31.12.2021', '"Gemeinden\n31.12.2021"');
    expect((await readCrosswalk(await write('broken-title.csv', broken))).rows).toBe(10_995);
  });
});

describe('a damaged file of many years', () => {
  test('everything wrong in single cells at once', async () => {
    const path = await rows(
      '1990,01001,1,1,,01001',
      '90,01002,1,1,,01002',
      '2021,01002,1,1,,01002',
      '1990,O1003,1,1,,01003',
      '1990,01004,1,1,,101004',
      '1990,17001,1,1,,17001',
      '1990,01051,"0,5",1,,01051',
      '1990,01053,1.5,1,,01053',
      '1990,01054,1,-0.1,n/a,01054',
      '1990,01055,1,,,01055',
      '1990,01056,1,1,01056',
      '1990,01057000,1,1,,01057000',
    );
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "rows.csv is refused: 14 problems, nothing was stored
        rows.csv:3:year_xw: "90" is no year up to 2020, the year of the boundaries
        rows.csv:4:year_xw: "2021" is no year up to 2020, the year of the boundaries
        rows.csv:5:ags_xw: "O1003" is no AGS, expected 5 digits (district), beginning with a Land from 01 to 16
        rows.csv:6:ags20: "101004" is no AGS, expected 5 digits (district), beginning with a Land from 01 to 16
        rows.csv:7:ags_xw: "17001" is no AGS, expected 5 digits (district), beginning with a Land from 01 to 16
        rows.csv:7:ags20: "17001" is no AGS, expected 5 digits (district), beginning with a Land from 01 to 16
        rows.csv:8:pop_conv: "0,5" is no share, expected a number from 0 to 1 with a decimal point
        rows.csv:9:pop_conv: "1.5" is no share, expected a number from 0 to 1 with a decimal point
        rows.csv:10:size_conv: "-0.1" is no share, expected a number from 0 to 1 with a decimal point
        rows.csv:10:emp_conv: "n/a" is no share, expected a number from 0 to 1 with a decimal point
        ... and 4 more"
    `);
  });

  test('a link that stands twice, and shares that do not sum to 1', async () => {
    const path = await rows(
      '1990,01001,1,1,,01001',
      '1990,01001,1,1,,01001',
      '1990,01002,0.5,0.5,,01002',
      '1990,15033,0.075437068,0.10175476,,15087',
      '1990,15033,0.92456293,0.99824524,,15088',
      '2000,03156,0.5,0.5,0.5,03159',
      '2000,03156,0.5,0.5,,03152',
    );
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "rows.csv is refused: 4 problems, nothing was stored
        rows.csv:3: the share of 01001 of 1990 in 01001 stands already in line 2; use the file as published
        rows.csv:4: the area shares of 01002 on 1990-12-31 sum to 0.5, expected 1: a row is missing or changed; use the file as published
        rows.csv:5: the area shares of 15033 on 1990-12-31 sum to 1.1, expected 1: a row is missing or changed; use the file as published
        rows.csv:8: some employment shares of 03156 on 2000-12-31 are empty and some are not: a number was deleted; use the file as published"
    `);
  });

  test('a row that is refused is not missed in the sum', async () => {
    const path = await rows('1990,15033,0.4,0.4,,15087', '1990,15033,0.6,O.6,,15088');
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "rows.csv is refused: 1 problem, nothing was stored
        rows.csv:3:size_conv: "O.6" is no share, expected a number from 0 to 1 with a decimal point"
    `);
  });

  test('columns that are missing', async () => {
    const path = await write('columns.csv', 'year_xw,ags,pop_conv,size,emp_conv\n1990,01001,1,1,,01001\n');
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "columns.csv is refused: 3 problems, nothing was stored
        columns.csv:1:ags_xw: the column is missing; the header holds "year_xw", "ags", "pop_conv", "size", "emp_conv"
        columns.csv:1:size_conv: the column is missing; the header holds "year_xw", "ags", "pop_conv", "size", "emp_conv"
        columns.csv:1:ags with two digits of a year: the column is missing; the header holds "year_xw", "ags", "pop_conv", "size", "emp_conv""
    `);
  });

  test('quotation marks that do not match', async () => {
    expect(
      await problemsOf(await rows('1990,01001,1,1,,01001', '1990,"01002,1,1,,01002')),
    ).toMatchInlineSnapshot(`
      "rows.csv is refused: 1 problem, nothing was stored
        rows.csv:3: the quotation marks do not match from here on; use the file as published"
    `);
  });

  test('a header and nothing else', async () => {
    expect(await problemsOf(await rows())).toMatchInlineSnapshot(`
      "rows.csv is refused: 1 problem, nothing was stored
        rows.csv: the crosswalk has a header but no rows; fetch it again"
    `);
  });

  test('cut off while compressed', async () => {
    const bytes = await readFile(realCrosswalks.districts);
    expect(await problemsOf(await write('cut.csv.gz', bytes.subarray(0, 20_000)))).toMatchInlineSnapshot(`
      "cut.csv.gz is refused: 1 problem, nothing was stored
        cut.csv.gz: the file does not unpack (unexpected end of file): it is cut off or damaged; fetch it again"
    `);
  });
});

describe('a damaged year-to-year file', () => {
  test('names, figures and columns', async () => {
    const path = await changed([
      ['1002000,"Kiel, Landeshauptstadt",1,1,1,118.65', '1002000,,1,1,1,viel'],
      ['1003000,"Lübeck, Hansestadt",1,1,1', '1003000,"LÃ¼beck, Hansestadt",1,1,1'],
      ['12065332,"Velten, Stadt",0.99,0.99,0.99,23.42', '12065332,Felten,0.99,0.99,0.99,3.42'],
      ['16077052,Windischleuba\r', '16077049,Windischleuba\r'],
    ]);
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "changed.csv is refused: 6 problems, nothing was stored
        changed.csv:3:Gemeindename 2021: the name is missing
        changed.csv:3:Fläche am 31.12.2021 in km²: "viel" is not a number; write digits and a decimal point, or nothing
        changed.csv:4:Gemeindename 2021: "L�¼beck, Hansestadt" has damaged letters; the file must be UTF-8 or Windows-1252
        changed.csv:8773: the figures of 12065332 differ between its 2 rows, but not as their area shares do; use the file as published
        changed.csv:8774: 12065332 is called "Felten" here, but "Velten, Stadt" in line 8773; one of the two keys is wrong
        changed.csv:10996: 16077049 is called "Windischleuba" here, but "Vollmershain" in line 10995; one of the two keys is wrong"
    `);
  });

  test('titles without a column and with another day', async () => {
    const columns = await changed([
      ['Gemeindename 2021', 'Name'],
      ['proportionaler Umsteige-', 'gewichteter Umsteige-'],
    ]);
    expect(await problemsOf(columns)).toMatchInlineSnapshot(`
      "changed.csv is refused: 2 problems, nothing was stored
        changed.csv:1:flächenproportionaler Umsteigeschlüssel: the column is missing; the header holds "Gemeinden 31.12.2021", "Name", "flächen- gewichteter Umsteige-schlüssel", "bevölkerungs- proportionaler Umsteige- schlüssel", "beschäftigten- proportionaler Umsteige- schlüssel", "Fläche am 31.12.2021 in km²", "Bevölkerung am 31.12.2021 in 100", "sozialvers.pflichtig Beschäftigte am Arbeitsort am 30.6.2021 in 100", "Gemeinden 31.12.2022", "Gemeindename 2022"
        changed.csv:1:Gemeindename 2021: the column is missing; the header holds "Gemeinden 31.12.2021", "Name", "flächen- gewichteter Umsteige-schlüssel", "bevölkerungs- proportionaler Umsteige- schlüssel", "beschäftigten- proportionaler Umsteige- schlüssel", "Fläche am 31.12.2021 in km²", "Bevölkerung am 31.12.2021 in 100", "sozialvers.pflichtig Beschäftigte am Arbeitsort am 30.6.2021 in 100", "Gemeinden 31.12.2022", "Gemeindename 2022""
    `);
    const day = await changed([['Gemeinden  31.12.2022', 'Gemeinden  30.06.2022']]);
    expect(await problemsOf(day)).toMatchInlineSnapshot(`
      "changed.csv is refused: 1 problem, nothing was stored
        changed.csv:1:Gemeinden 30.06.2022: the title must state the end of a year, as in "Gemeinden 31.12.2020""
    `);
    const backwards = await changed([['Gemeinden  31.12.2022', 'Gemeinden  31.12.2020']]);
    expect(await problemsOf(backwards)).toMatchInlineSnapshot(`
      "changed.csv is refused: 2 problems, nothing was stored
        changed.csv:1:Gemeindename 2020: the column is missing; the header holds "Gemeinden 31.12.2021", "Gemeindename 2021", "flächen- proportionaler Umsteige-schlüssel", "bevölkerungs- proportionaler Umsteige- schlüssel", "beschäftigten- proportionaler Umsteige- schlüssel", "Fläche am 31.12.2021 in km²", "Bevölkerung am 31.12.2021 in 100", "sozialvers.pflichtig Beschäftigte am Arbeitsort am 30.6.2021 in 100", "Gemeinden 31.12.2020", "Gemeindename 2022"
        changed.csv:1: the old boundaries are those of 2021, which is not before 2020"
    `);
  });
});

describe('another file', () => {
  test.each([
    ['empty.csv', Buffer.alloc(0), /the file is empty; fetch it again/],
    ['blank.csv', Buffer.from('\n\n'), /this is no crosswalk: it is empty/],
    [
      'table.csv',
      Buffer.from('Land;Name\n01;Schleswig-Holstein\n'),
      /no crosswalk: it begins with "Land", "Name"/,
    ],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old XLS file or one with a password/],
    ['utf16.csv', Buffer.from(`\ufeff${header}`, 'utf16le'), /UTF-16; save it as UTF-8/],
    ['image.csv', Buffer.from('89504e470d0a1a0a0000', 'hex'), /this is no text/],
  ])('%s', async (name, bytes, expected) => {
    expect(await problemsOf(await write(name, bytes))).toMatch(expected);
  });

  test('lists of changes, and no file at all', async () => {
    expect(await problemsOf(realChangeLists.text2023)).toMatchInlineSnapshot(`
      "gebietsaenderungen_2023.csv is refused: 1 problem, nothing was stored
        gebietsaenderungen_2023.csv: this is no crosswalk: it begins with "kennziffer", "regionaleinheit", "ars_alt", "ags_alt", "name_alt", "aenderungsart", "flaeche_qm", "einwohner", .... Expected the columns year_xw, ags_xw, pop_conv, size_conv, emp_conv, ags20, or those of a file from one year to the next ("Gemeinden 31.12.2020" and so on)"
    `);
    expect(await problemsOf(realChangeLists.sheet2023)).toMatchInlineSnapshot(`
      "namens-grenz-aenderungen-2023.xlsx is refused: 1 problem, nothing was stored
        namens-grenz-aenderungen-2023.xlsx: this is a workbook (XLSX) or another ZIP file; a crosswalk is a text, .csv or .csv.gz; if it is a sheet of a workbook, save that sheet as CSV. Its columns are year_xw, ags_xw, pop_conv, size_conv, emp_conv, ags20, or those of a file from one year to the next ("Gemeinden 31.12.2020" and so on)"
    `);
    expect(await problemsOf(join(folder, 'absent.csv'))).toMatch(/cannot be opened: ENOENT/);
  });
});

test('a map is one problem', async () => {
  const json = await readFile(realBoundaries);
  expect(await problemsOf(await write('map.topojson', json))).toMatchInlineSnapshot(`
    "map.topojson is refused: 1 problem, nothing was stored
      map.topojson: this is no crosswalk: it begins with "{"type":"Topology","objects":{"kreise":{...". Expected the columns year_xw, ags_xw, pop_conv, size_conv, emp_conv, ags20, or those of a file from one year to the next ("Gemeinden 31.12.2020" and so on)"
  `);
});

async function write(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function rows(...lines: readonly string[]): Promise<string> {
  return write('rows.csv', [header, ...lines].join('\n'));
}

/** The real file of 2021 to 2022 with other texts at some places. */
async function changed(changes: readonly (readonly [string, string])[]): Promise<string> {
  let text = await readFile(realCrosswalks.from2021, 'utf8');
  for (const [before, after] of changes) {
    expect(text).toContain(before);
    text = text.replace(before, after);
  }
  return write('changed.csv', text);
}

/** Latin-1 has no letters for the Sorbian names. */
function inLatin1(text: string): string {
  return text.replace(/[\u0100-\uffff]/g, '?');
}

/** The message of the refusal, which must be InputProblems. */
async function problemsOf(path: string): Promise<string> {
  const outcome = await readCrosswalk(path).catch((error: unknown) => error);
  if (!(outcome instanceof InputProblems)) throw new Error(`${path} was not refused: ${outcome}`);
  return outcome.message;
}
