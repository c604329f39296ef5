import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { GroupProblems } from './group-problems.ts';
import { groupsOf, readGroups } from './read-groups.ts';

const sound = {
  key: 'harz-plus',
  title: { de: 'Harz plus', en: 'Harz and around' },
  category: 'PLANNING_REGION',
  source: 'Regionalverband',
  members: [
    { key: '03153', from: '2013-01-01', until: null },
    { key: ' 031595001016 ', from: '2016-11-01', until: '2020-12-31' },
  ],
};

function problemsOf(value: unknown): string {
  try {
    const file = groupsOf('groups.json', typeof value === 'string' ? value : JSON.stringify(value));
    return file.problems.length === 0 ? 'no problem' : new GroupProblems(file.file, file.problems).message;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('a file is read with its groups, their members and its sources', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kreisweit-groups-'));
  try {
    const path = join(folder, 'harz.json');
    writeFileSync(path, `\uFEFF${JSON.stringify({ groups: [sound] })}`);
    expect(await readGroups(path)).toMatchInlineSnapshot(`
      {
        "file": "harz.json",
        "groups": [
          {
            "category": "PLANNING_REGION",
            "field": "groups[0]",
            "key": "harz-plus",
            "members": [
              {
                "days": {
                  "from": "2013-01-01",
                  "until": null,
                },
                "field": "groups[0].members[0]",
                "key": "03153",
                "kind": "district",
                "written": "03153",
              },
              {
                "days": {
                  "from": "2016-11-01",
                  "until": "2020-12-31",
                },
                "field": "groups[0].members[1]",
                "key": "03159016",
                "kind": "municipality",
                "written": "031595001016",
              },
            ],
            "source": "Regionalverband",
            "title": {
              "de": "Harz plus",
              "en": "Harz and around",
            },
          },
        ],
        "problems": [],
        "sources": [
          "Regionalverband",
        ],
      }
    `);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a source at the top counts for all groups that name none, and may have none left', () => {
  const { source, ...unnamed } = sound;
  const other = { ...sound, key: 'other', source: 'Andere' };
  expect(groupsOf('a.json', JSON.stringify({ source, groups: [unnamed, other] })).sources).toEqual([
    'Regionalverband',
    'Andere',
  ]);
  expect(groupsOf('a.json', JSON.stringify({ source, groups: [] }))).toEqual({
    file: 'a.json',
    sources: ['Regionalverband'],
    groups: [],
    problems: [],
  });
});

test('all problems are named at once, with their places', () => {
  const member = sound.members[0];
  const file = {
    version: 1,
    groups: [
      sound,
      { ...sound, key: '03241', category: 'REGION', title: { de: 'Ohne' }, members: [] },
      { key: 'harz-plus', titel: 'Harz', source: '', members: 'all' },
      {
        ...sound,
        key: 'a-b',
        members: [
          { key: '03', from: '2013-01-01' },
          { key: '031535401', from: '2013-01-01' },
          { key: 'Goslar', from: '2013-01-01' },
          { key: '03153', form: '2013-01-01' },
          { key: '03153', from: '2013-02-30', until: '1.1.2014' },
          { key: '03153', from: '2014-01-01', until: '2013-12-31' },
          '03153',
        ],
      },
      'all',
      {
        ...sound,
        key: 'twice',
        members: [
          member,
          { key: '03153', from: '2012-01-01', until: '2013-01-01' },
          { key: '03153017', from: '2020-01-01' },
          { key: '03153', from: '2010-01-01', until: '2011-12-31' },
          { key: '03153018', from: '2009-01-01', until: '2009-12-31' },
        ],
      },
    ],
  };
  expect(problemsOf(file).split('\n')[0]).toBe('groups.json is refused: 23 problems, nothing was stored');
  const all = file.groups.map((group) => problemsOf({ groups: [group] }));
  expect(
    [problemsOf({ ...file, groups: [sound, sound] }), ...all.slice(1)].join('\n\n'),
  ).toMatchInlineSnapshot(`
    "groups.json is refused: 2 problems, nothing was stored
      groups.json version: nothing has this name here; there are source, groups
      groups.json groups[1].key: 'harz-plus' is the key of groups[0] already

    groups.json is refused: 4 problems, nothing was stored
      groups.json groups[0].key: '03241' is no key of a group: write small letters, digits and hyphens, beginning with a letter, like region-hannover-plus; digits alone are official keys
      groups.json groups[0].title.en: is missing: name the group in English
      groups.json groups[0].category: 'REGION' is none: write one of PLANNING_REGION, JOB_CENTRE_DISTRICT, PARTNERSHIP, OTHER
      groups.json groups[0].members: a group has at least one member

    groups.json is refused: 5 problems, nothing was stored
      groups.json groups[0].titel: nothing has this name here; did you mean title?
      groups.json groups[0].title: write { "de": "...", "en": "..." }
      groups.json groups[0].category: is missing: one of PLANNING_REGION, JOB_CENTRE_DISTRICT, PARTNERSHIP, OTHER
      groups.json groups[0].source: is no text: say who declares it
      groups.json groups[0].members: is no list: list its members

    groups.json is refused: 9 problems, nothing was stored
      groups.json groups[0].members[0].key: '03' is the key of a territory of the kind state: write the 5 digits of a district, or the 8 (AGS) or 12 (ARS) of a municipality
      groups.json groups[0].members[1].key: '031535401' is the key of a territory of the kind association: write the 5 digits of a district, or the 8 (AGS) or 12 (ARS) of a municipality
      groups.json groups[0].members[2].key: 'Goslar' is no key of a territory: write the 5 digits of a district, or the 8 (AGS) or 12 (ARS) of a municipality
      groups.json groups[0].members[3].form: nothing has this name here; did you mean from?
      groups.json groups[0].members[3].from: is missing: write it as 2013-01-01
      groups.json groups[0].members[4].from: "2013-02-30" is no day: write it as 2013-01-01
      groups.json groups[0].members[4].until: "1.1.2014" is no day: write it as 2013-01-01
      groups.json groups[0].members[5].until: 2013-12-31 lies before 2014-01-01, from which it counts
      groups.json groups[0].members[6]: is no object: write { "key": "03241", "from": "2013-01-01" }

    groups.json is refused: 1 problem, nothing was stored
      groups.json groups[0]: is no object: write { "key": ..., "members": [ ... ] }

    groups.json is refused: 2 problems, nothing was stored
      groups.json groups[0].members[1]: 03153 is named for the same time at groups[0].members[0]: it would count twice
      groups.json groups[0].members[2]: 03153017 lies in 03153 (groups[0].members[0]): it would count twice"
  `);
});

test('what is no file of groups says so', () => {
  const texts = ['', '[]', '{', '{}', '{"groups": {}}', '{"groups": []}', '{"source": 7, "groups": []}'];
  expect(
    texts.map((text) => `${text} -> ${problemsOf(text).split('\n').slice(1).join('')}`).join('\n'),
  ).toMatchInlineSnapshot(`
    " ->   groups.json: is no JSON: Unexpected end of JSON input
    [] ->   groups.json: holds no object: write { "groups": [ ... ] }
    { ->   groups.json: is no JSON: Expected property name or '}' in JSON at position 1 (line 1 column 2)
    {} ->   groups.json groups: is missing: list the groups
    {"groups": {}} ->   groups.json groups: is no list: list the groups
    {"groups": []} ->   groups.json groups: holds no group; to withdraw all groups of a source, name it as "source" beside the empty list
    {"source": 7, "groups": []} ->   groups.json source: is no text: say who declares the groups"
  `);
});

test('a file that is no text is named, without a byte of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kreisweit-groups-'));
  const path = join(folder, 'groups.json');
  const message = async (bytes: Buffer) => {
    writeFileSync(path, bytes);
    return readGroups(path).catch((error: Error) => error.message);
  };
  try {
    expect(await message(Buffer.from('504b030414000600', 'hex'))).toMatchInlineSnapshot(`
      "groups.json is refused: 1 problem, nothing was stored
        groups.json: this is a workbook (XLSX) or another ZIP file; expected a JSON that declares groups, as kreisweit import groups --help shows it"
    `);
    expect(await message(gzipSync('{}'))).toMatchInlineSnapshot(`
      "groups.json is refused: 1 problem, nothing was stored
        groups.json: this is compressed by gzip, as only crosswalks may be (kreisweit import crosswalk); expected a JSON that declares groups, as kreisweit import groups --help shows it"
    `);
    const odd = String(await message(Buffer.from('{"source": "\u001b[31m\u009b"}\u0007')));
    expect(odd).toMatch(/is no JSON/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal would obey them
    expect(odd.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
