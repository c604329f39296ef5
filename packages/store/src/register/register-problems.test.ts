import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRegister } from './read-register.ts';
import { realRegisters } from './real-registers.ts';
import { RegisterProblems } from './register-problems.ts';

const { sheet2021, text2023 } = realRegisters;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreisweit-register-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('no problem: another name, Latin-1 and lines that end as on Windows', async () => {
  const latin1 = inLatin1(await readFile(text2023, 'utf8')).replace(/\n/g, '\r\n');
  const path = await write('renamed.xlsx', Buffer.from(latin1, 'latin1'));
  const [original, reread] = await Promise.all([readRegister(text2023), readRegister(path)]);
  const expected = original.entries.map((entry) => ({
    ...entry,
    name: inLatin1(entry.name),
  }));
  expect(reread.entries).toEqual(expected);
  expect(expected.some((entry) => entry.name === 'Würzburg')).toBe(true);
});

describe('a damaged text', () => {
  test('cut within a record', async () => {
    const path = await write('cut.txt', (await readFile(text2023)).subarray(0, 1_000_000));
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "cut.txt is refused: 5 problems, nothing was stored
        cut.txt: no row for Land 08, 09, 10, 11, 12, 13, 14, 15, 16; a register covers all 16, so the file is cut off
        cut.txt:4487: the association 071310070 (Remagen, Stadt) has no municipality; its row is wrong or the file is cut off
        cut.txt:4488: the association 071310077 (Sinzig, Stadt) has no municipality; its row is wrong or the file is cut off
        cut.txt:4489: the association 071310090 (Grafschaft) has no municipality; its row is wrong or the file is cut off
        cut.txt:4521: the record has 170 characters, expected 220: the file is cut off; fetch it again"
    `);
  });

  test('cut between two records', async () => {
    const lines = (await readFile(text2023, 'utf8')).split('\n');
    const inside = await write('cut-inside.txt', lines.slice(0, 16_030).join('\n'));
    const before = await write('cut-before.txt', lines.slice(0, 16_000).join('\n'));
    expect(await problemsOf(inside)).toMatchInlineSnapshot(`
      "cut-inside.txt is refused: 1 problem, nothing was stored
        cut-inside.txt: the municipalities have 84353119 inhabitants together, but Germany had 84358845 or 83118501 on 2022-12-31: rows are missing or changed; use the file as published"
    `);
    expect(await problemsOf(before)).toMatchInlineSnapshot(`
      "cut-before.txt is refused: 5 problems, nothing was stored
        cut-before.txt:15996: the district 16077 (Altenburger Land) has no municipality; its row is wrong or the file is cut off
        cut-before.txt:15997: the association 160770001 (Altenburg, Stadt) has no municipality; its row is wrong or the file is cut off
        cut-before.txt:15998: the association 160770028 (Lucka, Stadt) has no municipality; its row is wrong or the file is cut off
        cut-before.txt:15999: the association 160770032 (Meuselwitz, Stadt) has no municipality; its row is wrong or the file is cut off
        cut-before.txt:16000: the association 160775004 (Pleißenaue) has no municipality; its row is wrong or the file is cut off"
    `);
  });

  test('malformed keys, with the rows that miss them', async () => {
    const path = await changedText([
      [2, 13, 'O1'],
      [8, 10, ' 1'],
      [13, 0, '70'],
      [20, 15, '001'],
    ]);
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "changed.txt is refused: 11 problems, nothing was stored
        changed.txt:2:14-15 (Kreis): "O1" is no part of a key, expected 2 digits
        changed.txt:3: the district 01001 of association 010010000 (Flensburg, Stadt) has no row
        changed.txt:4: the district 01001 of municipality 010010000000 (Flensburg, Stadt) has no row
        changed.txt:8:11-12 (Land): "1" is no part of a key, expected 2 digits; leading zeros were lost, keep the column as text
        changed.txt:9: the district 01003 of association 010030000 (Lübeck, Hansestadt) has no row
        changed.txt:10: the district 01003 of municipality 010030000000 (Lübeck, Hansestadt) has no row
        changed.txt:11: the district 01004 (Neumünster, Stadt) has no municipality; its row is wrong or the file is cut off
        changed.txt:12: the association 010040000 (Neumünster, Stadt) has no municipality; its row is wrong or the file is cut off
        changed.txt:13:1-2 (Satzart): "70" is no Satzart, expected 10, 20, 30, 40, 50 or 60
        changed.txt:20:16-18 (Gem): "001" stands behind the end of the key (association)
        ... and 1 more"
    `);
  });

  test('every wrong name, number and date at once', async () => {
    const path = await changedText([
      [4, 139, '0000092x550'],
      [7, 139, ' '.repeat(11)],
      [8, 22, ' '.repeat(50)],
      [13, 150, '00009999999'],
      [20, 122, '41'],
      [24, 2, '20231201'],
      [25, 165, '2572 '],
    ]);
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "changed.txt is refused: 7 problems, nothing was stored
        changed.txt:4:140-150 (Bevölkerung insgesamt): "0000092x550" is not a whole number
        changed.txt:7:140-150 (Bevölkerung insgesamt): the number is missing
        changed.txt:8:23-72 (Gemeindename): the name is missing
        changed.txt:13:151-161 (männlich): 9999999 is more than the population of 79502
        changed.txt:20:123-124 (Textkennzeichen): "41" does not belong to Satzart 50
        changed.txt:24:3-10 (Gebietsstand): the territory date is 20231201, but 20231130 in the first record
        changed.txt:25:166-170 (Postleitzahl): "2572" is no postcode, expected 5 digits"
    `);
  });

  test('keys that occur twice', async () => {
    const lines = (await readFile(text2023, 'utf8')).split('\n');
    const twice = await write('twice.txt', [...lines.slice(0, 4), lines[3], ...lines.slice(4)].join('\n'));
    expect(await problemsOf(twice)).toMatchInlineSnapshot(`
      "twice.txt is refused: 1 problem, nothing was stored
        twice.txt:5: ARS 010010000000 (Flensburg, Stadt) stands already in line 4 (Flensburg, Stadt)"
    `);
    // Albersdorf in another association: another ARS, the same AGS.
    const albersdorf = lines.findIndex((line) => /^60.{20}Albersdorf /.test(line));
    const moved = `${lines[albersdorf]?.slice(0, 18)}5163${lines[albersdorf]?.slice(22)}`;
    const again = await write('again.txt', [...lines.slice(0, -1), moved, ''].join('\n'));
    expect(await problemsOf(again)).toMatchInlineSnapshot(`
      "again.txt is refused: 1 problem, nothing was stored
        again.txt:16036: AGS 01051001 (Albersdorf) stands already in line 23 (Albersdorf)"
    `);
  });

  test('a district and a region without a row', async () => {
    const lines = (await readFile(text2023, 'utf8')).split('\n');
    const kept = lines.filter((line) => !/^40.{8}03351|^20.{8}064/.test(line));
    expect(lines.length - kept.length).toBe(2);
    expect(await problemsOf(await write('orphans.txt', kept.join('\n')))).toMatchInlineSnapshot(`
      "orphans.txt is refused: 3 problems, nothing was stored
        orphans.txt:1881: the district 03351 of association 033510004 (Bergen, Stadt) and of 11 more has no row
        orphans.txt:1893: the district 03351 of municipality 033515404001 (Adelheidsdorf) and of 20 more has no row
        orphans.txt:3598: the region 064 of district 06411 (Darmstadt, Wissenschaftsstadt) and of 13 more has no row"
    `);
  });

  test('an inhabited municipality needs a district', async () => {
    const line =
      (await readFile(text2023, 'utf8')).split('\n').findIndex((text) => /^60.{8}07000999/.test(text)) + 1;
    const path = await changedText([
      [line, 122, '65'],
      [line, 139, '00000000005'],
    ]);
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "changed.txt is refused: 1 problem, nothing was stored
        changed.txt:4480: the district 07000 of municipality 070009999999 (Gemeinsames deutsch-luxemburgisches Hoheitsgebiet) has no row"
    `);
  });

  test('a number that was changed shows in the sum', async () => {
    const path = await changedText([[4, 139, '00000092551']]);
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "changed.txt is refused: 1 problem, nothing was stored
        changed.txt: the municipalities have 84358846 inhabitants together, but Germany had 84358845 or 83118501 on 2022-12-31: rows are missing or changed; use the file as published"
    `);
  });

  test('letters of the wrong encoding', async () => {
    const text = await readFile(text2023, 'utf8');
    const dos = Buffer.from(inLatin1(text).replace(/ü/g, '\u0081'), 'latin1');
    const twice = Buffer.from(Buffer.from(text).toString('latin1'), 'utf8');
    expect(firstLines(await problemsOf(await write('dos.txt', dos)), 3)).toMatchInlineSnapshot(`
      "dos.txt is refused: 1133 problems, nothing was stored
        dos.txt:8:23-72 (Gemeindename): "L�beck, Hansestadt" has damaged letters; the file must be UTF-8 or Windows-1252
        dos.txt:9:23-72 (Gemeindename): "L�beck, Hansestadt" has damaged letters; the file must be UTF-8 or Windows-1252"
    `);
    expect(firstLines(await problemsOf(await write('twice-encoded.txt', twice)), 3)).toMatchInlineSnapshot(`
      "twice-encoded.txt is refused: 3335 problems, nothing was stored
        twice-encoded.txt: no row for Land 05, 08, 09, 10, 16; a register covers all 16, so the file is cut off
        twice-encoded.txt:8: the record has 222 characters, expected 220: its letters were encoded twice; use the file as published"
    `);
    expect(
      await problemsOf(await write('utf16.txt', Buffer.from(`\ufeff${text}`, 'utf16le'))),
    ).toMatchInlineSnapshot(`
      "utf16.txt is refused: 1 problem, nothing was stored
        utf16.txt: this text is UTF-16; save it as UTF-8"
    `);
  });

  test('a long list names the first ten', async () => {
    const text = (await readFile(text2023, 'utf8')).replace(/ +$/gm, '');
    const message = await problemsOf(await write('stripped.txt', Buffer.from(text)));
    expect(message.split('\n')).toHaveLength(12);
    expect(firstLines(message, 2)).toMatchInlineSnapshot(`
      "stripped.txt is refused: 16035 problems, nothing was stored
        stripped.txt:1: the record has 76 characters, expected 220: a field was changed or blanks at the end were removed; use the file as published"
    `);
    expect(message.split('\n').at(-1)).toMatchInlineSnapshot(`"  ... and 16025 more"`);
  });
});

describe('a damaged sheet', () => {
  test('cut off or with changed bytes', async () => {
    const bytes = await readFile(sheet2021);
    for (const length of [100, bytes.length >> 1, bytes.length - 10]) {
      const path = await write('cut.xlsx', bytes.subarray(0, length));
      expect(await problemsOf(path)).toMatch(
        /1 problem.*\n {2}cut\.xlsx: the XLSX file does not unpack \(.*cut off or damaged/,
      );
    }
    const path = await write('holed.xlsx', Buffer.from(bytes).fill(0, 600_000, 600_100));
    expect(await problemsOf(path)).toMatch(/damaged; fetch it again/);
  });

  test('everything wrong in single cells at once', async () => {
    const path = await changedSheet({
      J10: '91 113',
      K13: '1',
      C16: '1',
      I19: 'viel',
      N22: '257',
      F24: '0011',
      G24: '011',
      S19: '',
      S22: '04',
    });
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "changed.xlsx is refused: 10 problems, nothing was stored
        changed.xlsx:10:J (Bevölkerung insgesamt): "91 113" is not a whole number
        changed.xlsx:13:J (Bevölkerung insgesamt): 246243 is not the sum of 1 male and 126383 female inhabitants
        changed.xlsx:14: the district 01003 (Lübeck, Hansestadt) has no municipality; its row is wrong or the file is cut off
        changed.xlsx:15: the association 010030000 (Lübeck, Hansestadt) has no municipality; its row is wrong or the file is cut off
        changed.xlsx:16:C (Land): "1" is no part of a key, expected 2 digits; leading zeros were lost, keep the column as text
        changed.xlsx:19:I (Fläche): "viel" is not a number
        changed.xlsx:22:N (Postleitzahl): "257" is no postcode, expected 5 digits
        changed.xlsx:22:S (Grad der Verstädterung): "04" is no degree of urbanisation, expected its key 01, 02 or 03
        changed.xlsx:23: the association 010510044 (Heide, Stadt) has no municipality; its row is wrong or the file is cut off
        changed.xlsx:24: ARS 010510011011 (Heide, Stadt) stands already in line 22 (Brunsbüttel, Stadt)"
    `);
  });

  test('with another header', async () => {
    const path = await changedSheet({ A3: 'Satzart', E4: 'Landkreis', J4: 'Personen' });
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "changed.xlsx is refused: 2 problems, nothing was stored
        changed.xlsx:3:Kreis: the column is missing; the header holds "Satzart", "Text-kenn-zeichen", "Amtlicher Regionalschlüssel (ARS)", "Gemeindename", "Fläche km2 1)", "Bevölkerung2)", "Postleit-zahl3)", "Geografische Mittelpunktkoordinaten", ... / "Land", "RB", "Landkreis", "VB", "Gem", "Personen", "männlich", "weiblich", ...
        changed.xlsx:3:Bevölkerung insgesamt: the column is missing; the header holds "Satzart", "Text-kenn-zeichen", "Amtlicher Regionalschlüssel (ARS)", "Gemeindename", "Fläche km2 1)", "Bevölkerung2)", "Postleit-zahl3)", "Geografische Mittelpunktkoordinaten", ... / "Land", "RB", "Landkreis", "VB", "Gem", "Personen", "männlich", "weiblich", ..."
    `);
  });

  test('without the degree of urbanisation, as older ones are, is no problem', async () => {
    const { entries } = await readRegister(await changedSheet({ S3: 'Bemerkung' }));
    expect(entries.filter(({ degreeOfUrbanisation }) => degreeOfUrbanisation !== null)).toEqual([]);
  });

  test('with a header that states no dates', async () => {
    const path = await changedSheet({ C5: 'Gebietsstand', J5: 'am Jahresende' });
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "changed.xlsx is refused: 2 problems, nothing was stored
        changed.xlsx:5: no date stands under "Regionalschlüssel", expected dd.mm.yyyy
        changed.xlsx:5: no date stands under "Bevölkerung", expected dd.mm.yyyy"
    `);
  });
});

describe('another file', () => {
  test.each([
    ['empty.txt', Buffer.alloc(0), /the file is empty/],
    [
      'table.csv',
      Buffer.from('Land;Name\n01;Schleswig-Holstein\n'),
      /begins with "Land;Name". Expected the XLSX/,
    ],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old XLS file or one with a password/],
    ['GV100NAD.txt', Buffer.from('412023113001001'), /GV100NAD.*use GV100AD/],
    [
      'GV100AD.zip',
      Buffer.from(zipSync({ 'GV100AD.txt': strToU8('1020231130') })),
      /a ZIP file but no XLSX.*unpack it/,
    ],
  ])('%s', async (name, bytes, expected) => {
    expect(await problemsOf(await write(name, bytes))).toMatch(expected);
  });

  test('a compressed file', async () => {
    const path = await write('GV100AD.csv.gz', gzipSync('1020231130'));
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "GV100AD.csv.gz is refused: 1 problem, nothing was stored
        GV100AD.csv.gz: this is compressed by gzip, as only crosswalks may be (kreisweit import crosswalk); a register is the XLSX "AuszugGV" or the text GV100AD, unpacked and as published"
    `);
  });

  test('another workbook of the same office', async () => {
    const path = join(dirname(sheet2021), '../changes/namens-grenz-aenderungen-2023.xlsx');
    expect(await problemsOf(path)).toMatchInlineSnapshot(`
      "namens-grenz-aenderungen-2023.xlsx is refused: 1 problem, nothing was stored
        namens-grenz-aenderungen-2023.xlsx: this is no municipality register: sheet "Deckblatt" begins with "Daten aus dem Gemeindeverzeichnis"; sheet "Gebietsaenderungen" begins with "Gebietsänderungen vom 01.01. - 31.12.202...", "Gebietsänderungen vom 01.01. - 31.12.202...". Expected the columns Satzart, Textkennzeichen, Land, RB, Kreis, VB, Gem, Gemeindename, Fläche, Bevölkerung insgesamt, männlich, weiblich, Postleitzahl"
    `);
  });

  test('no file at all', async () => {
    expect(await problemsOf(join(folder, 'absent.xlsx'))).toMatch(
      /absent\.xlsx is refused: 1 problem.*\n.*cannot be opened: ENOENT/,
    );
  });
});

async function write(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The message of the refusal, which must be a `RegisterProblems` for that file. */
async function problemsOf(path: string): Promise<string> {
  const outcome = await readRegister(path).catch((error: unknown) => error);
  if (!(outcome instanceof RegisterProblems)) throw new Error(`${path} was not refused: ${outcome}`);
  expect(outcome.file).toBe(basename(path));
  expect(outcome.message.startsWith(`${outcome.file} is refused: ${outcome.problems.length} problem`)).toBe(
    true,
  );
  return outcome.message;
}

/** Latin-1 has no letters for the Sorbian names. */
function inLatin1(text: string): string {
  return text.replace(/[\u0100-\uffff]/g, '?');
}

function firstLines(message: string, count: number): string {
  return message.split('\n').slice(0, count).join('\n');
}

/** The real text with other characters at some places: line from 1, position from 0. */
async function changedText(changes: readonly (readonly [number, number, string])[]): Promise<string> {
  const lines = (await readFile(text2023, 'utf8')).split('\n');
  for (const [line, from, text] of changes) {
    const old = lines[line - 1] ?? '';
    lines[line - 1] = old.slice(0, from) + text + old.slice(from + text.length);
  }
  return write('changed.txt', lines.join('\n'));
}

/** The real sheet of 2021 with other texts in some cells. */
async function changedSheet(cells: Readonly<Record<string, string>>): Promise<string> {
  const files = unzipSync(await readFile(sheet2021));
  const name = 'xl/worksheets/sheet2.xml';
  const xml = Object.entries(cells).reduce(
    (before, [cell, text]) => {
      const pattern = new RegExp(`<c r="${cell}"[^>]*?(/>|>.*?</c>)`);
      expect(before).toMatch(pattern);
      return before.replace(pattern, `<c r="${cell}" t="inlineStr"><is><t>${text}</t></is></c>`);
    },
    strFromU8(files[name] ?? new Uint8Array()),
  );
  return write('changed.xlsx', Buffer.from(zipSync({ ...files, [name]: strToU8(xml) }, { level: 1 })));
}
