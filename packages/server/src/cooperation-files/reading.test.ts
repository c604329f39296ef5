import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputProblems } from '@kreisweit/domain';
import type { CooperationKind } from '@kreisweit/store';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { cooperationFormats } from './cooperation-formats.ts';
import { readRecords } from './read-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'kreisweit-reading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read<Kind extends CooperationKind>(kind: Kind, file: string, content: string | Uint8Array) {
  writeFileSync(join(folder, file), content);
  return await readRecords(cooperationFormats[kind], join(folder, file));
}

/** What is wrong with a file: place and message of each problem. */
async function wrongWith(kind: CooperationKind, file: string, content: string): Promise<readonly string[]> {
  try {
    await read(kind, file, content);
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    return error.problems.map(({ line, column, field, message }) =>
      [line, column, field, message].filter((part) => part !== undefined).join(' '),
    );
  }
  throw new Error('nothing is wrong');
}

describe('what people write', () => {
  test('in a spreadsheet: German days and words, titles of choices, keys without their zero', async () => {
    const { records } = await read(
      'bodies',
      'bodies.csv',
      'District;Key;Kind;Title-de;title en;every_weeks;meets_since;from\n3153;group; arbeitsgruppe ;Gruppe;Group;6;1.2.2026;2026-01-01\n',
    );
    expect(records).toEqual([
      {
        district: '03153',
        key: 'group',
        kind: 'WORKING_GROUP',
        title: { de: 'Gruppe', en: 'Group' },
        purpose: null,
        recurrence: { every: { weeks: 6 }, since: '2026-02-01' },
        from: '2026-01-01',
        until: null,
      },
    ]);
  });

  test('in a workbook: cells with days, numbers and truth, on any sheet that has the columns', async () => {
    const day = new Date('2026-05-12T00:00:00Z');
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Deckblatt', rows: [['Fortbildungen']] },
        {
          name: 'Tabelle1',
          rows: [
            ['district', 'key', 'title_de', 'title_en', 'day', 'territory', 'audience', 'state'],
            [12070, 'plain', 'Titel', 'Title', day, 12070296, 'Ehrenamtliche', 'PLANNED'],
          ],
        },
      ],
    });
    const { records } = await read('trainings', 'trainings.xlsx', bytes);
    expect(records).toMatchObject([
      { district: '12070', day: '2026-05-12', territory: '12070296', audience: 'VOLUNTEERS', link: null },
    ]);
  });

  test('several things in one cell, on lines too, and nobody is not the same as not known', async () => {
    const { records } = await read(
      'meetings',
      'meetings.csv',
      [
        'district;body;key;day;state;agenda;participants;resolutions;links',
        '12070;group;a;2026-03-01;HELD;"Eins\nZwei; Drei \\; vier";(nobody);"Wir tun es | concept; Und das";Protokoll | https://a.example/p',
        '12070;group;b;2026-04-01;PLANNED;;;;',
      ].join('\n'),
    );
    expect(records).toMatchObject([
      {
        agenda: ['Eins', 'Zwei', 'Drei ; vier'],
        participants: [],
        resolutions: [
          { text: 'Wir tun es', decision: 'concept' },
          { text: 'Und das', decision: null },
        ],
        links: [{ title: 'Protokoll', url: 'https://a.example/p' }],
      },
      { agenda: [], participants: null, resolutions: [], links: [] },
    ]);
  });
});

describe('what is wrong is told with what to do', () => {
  test('by line and column of a table', async () => {
    const header = 'district,key,kind,title_de,title_en,every_weeks,every_months,meets_since,from';
    const rows = [header, '12070,a,NETWORK,T,T,1,2,2026-01-01,31.02.2026', '12070,b,NETWORK,T,T,1.234,,,'];
    expect(await wrongWith('bodies', 'wrong.csv', rows.join('\n'))).toMatchInlineSnapshot(`
      [
        "2 every_months says two things at once: write months or weeks",
        "2 from "2026-02-31" is no day: write it as 2026-01-31 or 31.01.2026",
        "3 every_weeks "1.234" is no number: write digits with a decimal comma, and nothing between thousands",
        "3 meets_since is missing: write it as 2026-01-31 or 31.01.2026",
      ]
    `);
  });

  test('where a row is of one kind and has the columns of another, or belongs to none', async () => {
    const rows = [
      'district;concept;number;part;within;key;title_de;title_en;status;actors',
      '12070;together;1;VERSION;;;Titel;Title;;',
      '12070;together;1;FIELD;;language;Sprache;Language;RUNNING;',
    ];
    expect(await wrongWith('concept', 'concept.csv', rows.join('\n'))).toMatchInlineSnapshot(`
      [
        "3 status a row that is FIELD has nothing here: leave the cell empty",
      ]
    `);
    const lost = [
      ...rows.slice(0, 2),
      '12070;together;1;GOAL;langauge;learn;Lernen;Learn;;',
      '12070;other;1;FIELD;;x;X;X;;',
    ];
    expect(await wrongWith('concept', 'lost.csv', lost.join('\n'))).toMatchInlineSnapshot(`
      [
        "3 within there is no row FIELD with the key 'langauge'",
        "4 part there is no row VERSION of this version: add one, with its title",
      ]
    `);
  });

  test('of a table without the columns, and of one with too many cells', async () => {
    expect(await wrongWith('deadlines', 'other.csv', 'a;b\n1;2\n')).toMatchInlineSnapshot(`
      [
        "1 no column is known: the first row names them, district, key, plugin, period, asked_of, title_de, title_en, due_on, ended_on",
      ]
    `);
    expect(
      await wrongWith('overrides', 'twice.csv', 'task;task;reson_de\nx;y;z;too much\n'),
    ).toMatchInlineSnapshot(`
      [
        "1 task this column is there twice: take one out",
        "1 reson_de no such column: did you mean reason_de?",
        "2 a cell without a header holds "too much": are there too many separators in the line?",
        "2 district is missing: fill the cell",
      ]
    `);
  });

  test('by the field of a JSON', async () => {
    const entries = [{ revision: 1, on: '2026-01-01', event: { kind: 'OPEND', expectedRevision: 0 } }];
    const history = { district: '12070', key: 'a', round: '1', entries };
    expect(await wrongWith('decisions', 'wrong.json', JSON.stringify([history]))).toMatchInlineSnapshot(`
      [
        "decisions.0.round "1" is no number: write digits, like 12 or 12.5",
        "decisions.0.entries.0.event.kind "OPEND" is not known: write one of DRAFTED, RULE_CHANGED, PARTIES_CHANGED, PROPOSAL_REVISED, CONSULTATION_STARTED, OPENED, PERIOD_EXTENDED, POSITION_TAKEN, POSITION_CONFIRMED, CLOSED, ADOPTED, NOT_ADOPTED, WITHDRAWN",
      ]
    `);
    expect(await wrongWith('decisions', 'none.json', '{"positions": []}')).toMatchInlineSnapshot(`
      [
        "holds no decisions: write [ ... ], or { "decisions": [ ... ] }",
      ]
    `);
    expect(await wrongWith('decisions', 'broken.json', '[{')).toEqual([
      expect.stringContaining('is no JSON: '),
    ]);
  });
});

test('a field of a record is found again in its row', async () => {
  const { placeOf } = await read(
    'concept',
    'places.csv',
    [
      'district;concept;number;part;within;key;title_de;title_en;indicator;value;direction;period',
      '12070;together;1;FIELD;;language;Sprache;Language;;;;',
      '12070;together;1;VERSION;;;Titel;Title;;;;',
      '12070;together;1;GOAL;language;learn;Lernen;Learn;;;;',
      '12070;together;1;TARGET;learn;many;;;language/places;0,5;mindestens;2030',
    ].join('\n'),
  );
  expect(placeOf(0, 'title.de')).toEqual({ file: 'places.csv', line: 3, column: 'title_de' });
  expect(placeOf(0, 'fields.0.goals.0.targets.0.indicator')).toEqual({
    file: 'places.csv',
    line: 5,
    column: 'indicator',
  });
  expect(placeOf(0, 'fields.0.goals.0.title')).toEqual({ file: 'places.csv', line: 4, column: 'title_de' });
  expect(placeOf(0, '')).toEqual({ file: 'places.csv', line: 3 });
});
