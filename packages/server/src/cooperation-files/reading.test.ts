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
        "3 every_weeks "1.234" is no whole number, or too large: write a whole number, like 12, and nothing between thousands",
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
        "1 district this column is missing: add it",
        "1 reason_de this column is missing: did you mean reson_de?",
        "1 reason_en this column is missing: add it",
        "2 a cell without a header holds "too much": are there too many separators in the line?",
      ]
    `);
  });

  test('of a table without columns that it needs, once, and with what may have meant them', async () => {
    const rows = [
      'district;key;task;gebiet;actor;rolle',
      ...'ab'.split('').map((key) => `12070;${key};t;12070;a;x`),
    ];
    expect(await wrongWith('assignments', 'short.csv', rows.join('\n'))).toMatchInlineSnapshot(`
      [
        "1 gebiet no such column: there are district, key, task, territory, actor, role, from, until",
        "1 rolle no such column: did you mean role?",
        "1 territory this column is missing: did you mean gebiet?",
        "1 role this column is missing: did you mean rolle?",
      ]
    `);
    const concept = [
      'district;concept;number;part;key;title_de;title_en',
      '1;c;1;VERSION;;T;T',
      '1;c;1;GOAL;g;T;T',
    ];
    expect(
      await wrongWith('concept', 'short.csv', [...concept, '1;c;1;GOAL;h;T;T'].join('\n')),
    ).toMatchInlineSnapshot(`
      [
        "1 within this column is missing: add it",
      ]
    `);
  });

  test('of numbers that are not whole, and of texts that no database can hold', async () => {
    const rows = ['district;decision;round;party_kind;party;stance;taken_on;reference'];
    for (const round of ['1,5', '4294967296', '2'])
      rows.push(`12070;c;${round};ACTOR;choir;SUPPORT;2026-01-01;a`);
    expect(await wrongWith('positions', 'numbers.csv', rows.join('\n'))).toMatchInlineSnapshot(`
      [
        "2 round 1.5 is no whole number, or too large: write a whole number, like 12, and nothing between thousands",
        "3 round 4294967296 is no whole number, or too large: write a whole number, like 12, and nothing between thousands",
      ]
    `);
    const training = {
      ...{ district: '12070', key: 'a\0', day: '2026-01-01', territory: '12070', audience: 'BOTH' },
      ...{ title: { de: 'a\uD800', en: 'a' }, state: 'HELD' },
    };
    expect(await wrongWith('trainings', 'texts.json', JSON.stringify([training]))).toMatchInlineSnapshot(`
      [
        "trainings.0.key holds the character U+0000: take it out",
        "trainings.0.title.de holds half of a character (a surrogate without its other half): write the character anew",
      ]
    `);
  });

  test('by the field of a JSON', async () => {
    const entries = [{ revision: 1, on: '2026-01-01', event: { kind: 'OPEND', expectedRevision: 0 } }];
    const history = { district: '12070', key: 'a', round: '1', entries };
    expect(await wrongWith('decisions', 'wrong.json', JSON.stringify([history]))).toMatchInlineSnapshot(`
      [
        "decisions.0.round "1" is no whole number, or too large: write a whole number, like 12",
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

test('what a file leaves out is told of each record', async () => {
  const row = 'district;key;kind;title_de;title_en;purpose_de;every_months;meets_since';
  const table = await read('bodies', 'short.csv', `${row}\n12070;a;NETWORK;T;T;;3;2026-01-01\n`);
  expect(table.leftOut).toEqual([['purpose.en', 'recurrence.every.weeks', 'from', 'until']]);
  const concept = await read(
    'concept',
    'short-concept.csv',
    [
      'district;concept;number;part;within;key;title_de;title_en;from',
      '12070;c;1;VERSION;;;T;T;',
      '12070;c;1;FIELD;;f;T;T;',
      '12070;c;1;GOAL;f;g;T;T;',
    ].join('\n'),
  );
  expect(concept.leftOut).toEqual([
    [
      ...['adoptedBy', 'adoptedRound', 'adoptedOn', 'until'],
      ...['fields.0.goals.0.recommendations', 'fields.0.goals.0.tasks'],
    ],
  ]);
  const body = { district: '12070', key: 'a', kind: 'NETWORK', title: { de: 'T', en: 'T' }, until: null };
  const json = await read('bodies', 'short.json', JSON.stringify([body]));
  expect(json.leftOut).toEqual([['purpose', 'recurrence', 'from']]);
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
