import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importRegister, openStore } from '@kreisweit/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoRegisterLater } from '../demo/demo-register.ts';
import { type CommandDatabase, commandDatabase } from '../testing/command-database.ts';
import { kreisweitInProcess } from '../testing/kreisweit-in-process.ts';
import { runKreisweit } from '../testing/kreisweit-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-cooperation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: string | object, encoding: 'utf8' | 'latin1' = 'utf8'): void {
  writeFileSync(
    join(folder, file),
    typeof content === 'string' ? content : JSON.stringify(content),
    encoding,
  );
}

test('help lists the columns, and shows a record', async () => {
  const { status, stdout } = await runKreisweit(['import', 'positions', '--help']);
  expect(status).toBe(0);
  expect(stdout).toContain('npx kreisweit import positions positions.xlsx --dry-run');
  expect(stdout).toContain('taken_on*          when it was taken: day, 2026-01-31 or 31.01.2026');
  const [, file = ''] = stdout.split('Such a JSON:');
  expect(JSON.parse(file)).toMatchObject({ positions: [{ stance: 'SUPPORT' }] });
});

test('with wrong files nothing is opened, and all that is wrong is told by line and column', async () => {
  write(
    'wrong.csv',
    'key;kind;name;source;migrant_led;colour;territories\r\nchoir;Chor;Chor;Umfrage;vielleicht;;12070\r\n\r\n;school;"Schule\r\nam See";Umfrage;ja;;;rot\r\n',
  );
  write('wrong.json', { actors: [{ key: 'choir', kind: 'association', nmae: 'Chor', source: 3 }] });
  const environment = { KREISWEIT_DATA: join(folder, 'never') };
  const { status, stdout, stderr } = await kreisweitInProcess(
    ['import', 'actors', 'wrong.csv', 'wrong.json', '--json'],
    { environment, folder },
  );
  expect(status).toBe(1);
  expect(stderr).toContain('wrong.csv, wrong.json are refused: 8 problems, nothing was stored');
  expect(JSON.parse(stdout).error.problems).toMatchInlineSnapshot(`
    [
      {
        "column": "colour",
        "file": "wrong.csv",
        "line": 1,
        "message": "no such column: there are key, kind, name, description_de, description_en, district, territories, topics, languages, migrant_led, website, email, source, memberships, deactivated_on, demo",
      },
      {
        "column": "kind",
        "file": "wrong.csv",
        "line": 2,
        "message": ""Chor" is not known: write one of administration, welfareOrganisation, association, migrantOrganisation, volunteerInitiative, jobCentre, school, employer, educationProvider, religiousCommunity, other",
      },
      {
        "column": "migrant_led",
        "file": "wrong.csv",
        "line": 2,
        "message": ""vielleicht" is neither yes nor no: write ja or nein",
      },
      {
        "file": "wrong.csv",
        "line": 4,
        "message": "a cell without a header holds "rot": are there too many separators in the line?",
      },
      {
        "column": "key",
        "file": "wrong.csv",
        "line": 4,
        "message": "is missing: fill the cell",
      },
      {
        "field": "actors.0.nmae",
        "file": "wrong.json",
        "message": "nothing has this name here: did you mean name?",
      },
      {
        "field": "actors.0.name",
        "file": "wrong.json",
        "message": "is missing: write it in "quotation marks"",
      },
      {
        "field": "actors.0.source",
        "file": "wrong.json",
        "message": "3 is no text: write it in "quotation marks"",
      },
    ]
  `);
  expect(existsSync(environment.KREISWEIT_DATA)).toBe(false);
});

describe('on a database with a register', () => {
  let database: CommandDatabase;
  beforeAll(async () => {
    database = await commandDatabase();
    const store = await openStore({ kind: 'server', url: database.environment.DATABASE_URL });
    await importRegister(store, demoRegisterLater, { checksum: 'register' });
    await store.close();
  });
  afterAll(() => database.close());
  const run = (...words: readonly string[]) => kreisweitInProcess(words, { ...database, folder });

  test('actors come from a German spreadsheet, once, and are exported as they can be imported again', async () => {
    write(
      'actors.csv',
      'key;kind;name;district;territories;languages;migrant_led;source;deactivated_on\r\n' +
        'choir;Verein;Völkerchor (Beispiel);12070;12070;de;ja;Umfrage;\r\n' +
        '=club;association;=1+1;12070;12070;;;Umfrage;\r\n',
      'latin1',
    );
    const refused = await run('import', 'actors', 'actors.csv');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(`actors.csv:3:key: '=club' is no key`);

    const sheet = readFileSync(join(folder, 'actors.csv'), 'latin1').replace('=club', 'club');
    write('actors.csv', sheet, 'latin1');
    expect((await run('import', 'actors', 'actors.csv', '--dry-run')).stdout).toBe(
      'actors.csv: 2 records of actors: 2 would be added, 0 would be changed, 0 so already\n',
    );
    expect(await run('import', 'actors', 'actors.csv')).toMatchObject({
      status: 0,
      stdout: 'actors.csv: 2 records of actors: 2 added, 0 changed, 0 so already\n',
    });
    expect((await run('import', 'actors', 'actors.csv')).stdout).toBe(
      'actors.csv: nothing changed, 2 records of actors are so already\n',
    );

    for (const file of ['out.csv', 'out.xlsx']) {
      const written = await run('export', 'actors', '--district', '12070', '--out', file, '--json');
      expect(JSON.parse(written.stdout)).toMatchObject({ records: 2, format: file.slice(4) });
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
      const again = await run('import', 'actors', file, '--dry-run', '--json');
      expect(JSON.parse(again.stdout).imported).toEqual([
        { kind: 'actors', file, records: 2, added: 0, changed: 0, changes: [] },
      ]);
    }
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toContain(`;'=1+1;`);
    const taken = await run('export', 'actors', '--district', '12070', '--out', 'out.csv');
    expect(taken.stderr).toContain('there is something already at');
    const { stdout } = await run('audit', '--what', 'actors.imported', '--json');
    expect(JSON.parse(stdout).entries).toMatchObject([
      {
        subject: { kind: 'file', key: 'actors.csv' },
        identity: 'operator',
        districts: ['12070'],
        after: { records: 2, added: 2, changed: 0 },
      },
    ]);
  });

  test('a dry run tells what would be otherwise, and columns that are left out stay as they are', async () => {
    const header = 'key;kind;name;district;description_de;description_en;topics;source\n';
    write('band.csv', `${header}band;association;Kapelle;12070;Musik;Music;music;Umfrage\n`);
    expect((await run('import', 'actors', 'band.csv')).stderr).toBe('');
    write('short.csv', 'key;kind;name;source;topics\nband;association;Blaskapelle;Umfrage;\n');
    expect((await run('import', 'actors', 'short.csv', '--dry-run')).stdout).toMatchInlineSnapshot(`
      "short.csv: 1 record of actors: 0 would be added, 1 would be changed, 0 so already
        line 2: band
          name: "Kapelle" -> "Blaskapelle"
          topics: ["music"] -> []
      "
    `);
    const { imported } = JSON.parse((await run('import', 'actors', 'short.csv', '--json')).stdout);
    expect(imported[0].changes).toMatchInlineSnapshot(`
      [
        {
          "change": "changed",
          "fields": [
            {
              "after": "Blaskapelle",
              "before": "Kapelle",
              "field": "name",
            },
            {
              "after": [],
              "before": [
                "music",
              ],
              "field": "topics",
            },
          ],
          "file": "short.csv",
          "key": "band",
          "line": 2,
        },
      ]
    `);
    write('lost.csv', `key;kind;name;source;description_de\nband;association;Blaskapelle;Umfrage;\n`);
    expect((await run('import', 'actors', 'lost.csv')).stderr).toMatchInlineSnapshot(`
      "kreisweit: lost.csv is refused: 1 problem, nothing was stored
        lost.csv:2:description_de: it is empty: write it in German and in English
      "
    `);
    write('short.json', [{ key: 'band', kind: 'association', name: 'Blaskapelle', source: 'Umfrage' }]);
    expect((await run('import', 'actors', 'short.json')).stdout).toContain('nothing changed');
    const { stdout } = await run('audit', '--what', 'actors.imported', '--json');
    expect(JSON.parse(stdout).entries[0].after).toMatchObject({ addedKeys: [], changedKeys: ['band'] });
  });

  test('a decision comes with its history, and positions on behalf of its parties by their lines', async () => {
    const proposal = {
      title: { de: 'Konzept', en: 'Concept' },
      text: { de: 'Gemeinsam', en: 'Together' },
      documents: [],
    };
    const rule = {
      kind: 'UNANIMOUS',
      districtConsent: true,
      abstentions: 'COUNT_AS_NOT_SUPPORTING',
      threshold: null,
      quorum: null,
    };
    const address = { district: '12070', key: 'concept', round: 1 };
    const municipalities = ['12070149', '12070296'];
    const drafted = {
      kind: 'DRAFTED',
      expectedRevision: 0,
      ...address,
      parties: { on: '2022-01-01', municipalities, actors: [] },
      rule,
      proposal,
    };
    const population = {
      registerDate: '2021-12-31',
      municipalities: municipalities.map((municipality) => ({ municipality, inhabitants: 5000 })),
    };
    const period = { firstDay: '2022-02-01', lastDay: '2022-03-31' };
    const consultation = { firstDay: '2022-01-10', lastDay: '2022-01-31' };
    const consulted = { kind: 'CONSULTATION_STARTED', expectedRevision: 1, period: consultation };
    const opened = { kind: 'OPENED', expectedRevision: 2, period, population };
    const entries = [
      { revision: 1, on: '2022-01-02', event: drafted },
      { revision: 2, on: '2022-01-10', event: consulted },
      { revision: 3, on: '2022-02-01', event: opened },
    ];
    write('decisions.json', [{ ...address, entries }]);
    expect((await run('import', 'decisions', 'decisions.json')).stderr).toBe('');

    const header = 'district,decision,round,party_kind,party,stance,statement_de,taken_on,reference\n';
    write(
      'positions.csv',
      `${header}12070,concept,1,Gemeinde,12070149,SUPPORT,,01.03.2022,Beschluss 1/2022\n` +
        '12070,concept,1,Gemeinde,12070296,SUPPORT_WITH_RESERVATIONS,,2022-03-01,Beschluss 2/2022\n' +
        '12070,concept,1,Gemeinde,12070008,SUPPORT,,2022-03-01,\n',
    );
    const refused = await run('import', 'positions', 'positions.csv');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatchInlineSnapshot(`
      "kreisweit: positions.csv is refused: 3 problems, nothing was stored
        positions.csv:3:statement_de: say what the reservations are, in German or in English
        positions.csv:4:party_kind: MUNICIPALITY 12070008 is no party of this decision: name one of its parties
        positions.csv:4:reference: name the resolution of the party, for example "Ratsbeschluss 12/2026 vom 2026-03-05"
      "
    `);

    write(
      'positions.csv',
      `${header}12070,concept,1,MUNICIPALITY,12070149,Unterstützt,,01.03.2022,Beschluss 1/2022\n`,
    );
    expect((await run('import', 'positions', 'positions.csv')).stdout).toContain('1 added, 0 changed');
    expect((await run('import', 'positions', 'positions.csv')).stdout).toContain('nothing changed');
    const { stdout } = await run('export', 'decisions', '--district', '12070');
    expect(JSON.parse(stdout).decisions[0].entries).toHaveLength(4);
    expect(JSON.parse(stdout).decisions[0].entries.slice(0, 3)).toEqual(entries);
  });

  test('an export needs a kind, a district and a form that there are', async () => {
    const wrong = [
      ['teams', '--district', '12070'],
      ['actors', '--district', '99999'],
      ['actors', '--district', '12070', '--format', 'ods'],
      ['actors', '--district', '12070', '--format', 'xlsx'],
      ['actors', '--district', '12070', '--format', 'csv', '--json'],
      ['actors', '--district', '12070', '--out', 'actors.ods'],
      ['actors', '--district', '12070', '--out', 'actors.json', '--format', 'csv'],
    ];
    const said: string[] = [];
    for (const words of wrong) said.push((await run('export', ...words)).stderr);
    expect(said.join('')).toMatchInlineSnapshot(`
      "kreisweit: there is no kind "teams": write one of actors, tasks, overrides, assignments, decisions, positions, bodies, members, meetings, concept, trainings, deadlines
      kreisweit: there is no district 99999: write its five digits
      kreisweit: "ods" is no format: write json, csv, xlsx
      kreisweit: an Excel workbook is a file: name it, for example --out actors.xlsx
      kreisweit: two formats at once: write --json, or --format csv, or name a file with --out
      kreisweit: a file is named by what it holds: let the name "actors.ods" end with .json, .csv, .xlsx
      kreisweit: a file is named by what it holds: let the name "actors.json" end with .csv
      "
    `);
  });
});
