import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type GroupCategory, groupCategories, isGroupKey } from '@kreisweit/domain';
import { printable } from '../table-file/printable.ts';
import { whyNotText } from '../table-file/why-not-text.ts';
import type { DeclaredGroup, GroupFile } from './declared-group.ts';
import { type GroupProblem, GroupProblems } from './group-problems.ts';
import { isObject, type JsonObject, readFields } from './json-fields.ts';
import { doubledMembers, readMember } from './read-member.ts';

/**
 * Reads a file of free groups of territories (JSON):
 *
 * ```json
 * { "source": "Regionalverband Harz",
 *   "groups": [ {
 *     "key": "harz-plus", "category": "PLANNING_REGION", "title": { "de": "Harz plus", "en": "Harz and around" },
 *     "members": [ { "key": "03153", "from": "2013-01-01" }, { "key": "03159016", "from": "2016-11-01", "until": "2020-12-31" } ]
 * } ] }
 * ```
 *
 * Members are districts, municipalities or both (a planning region is often a district and some municipalities of the
 * next one), as long as none lies in another. A group may name a `source` of its own; the one at the top counts for
 * those that do not. What is wrong with the file itself stands in its `problems`; whether the members exist only the store
 * knows, so `importGroups` tells both. Throws GroupProblems for what is no such JSON at all.
 */
export async function readGroups(path: string): Promise<GroupFile> {
  const [file, bytes] = [basename(path), await readFile(path)];
  const notText = whyNotText(bytes, EXPECTED);
  if (notText !== null) throw new GroupProblems(file, [{ message: notText }]);
  return groupsOf(file, bytes.toString('utf8'));
}

const EXPECTED = 'expected a JSON that declares groups, as kreisweit import groups --help shows it';

/** Reads groups as `readGroups` does, from the text of a file. */
export function groupsOf(file: string, text: string): GroupFile {
  const json = parsed(file, text);
  const problems: GroupProblem[] = [];
  const read = readFields(json, { field: '', known: ['source', 'groups'] }, problems);
  const shared = read.has('source') ? read.text('source', 'say who declares the groups') : null;
  const groups = read
    .list('groups', 'list the groups')
    .map((value, index) => readGroup(value, { field: `groups[${index}]`, shared }, problems));
  const found = groups.filter((group) => group !== null);
  if (Array.isArray(json.groups) && groups.length === 0 && shared === null) {
    problems.push({
      field: 'groups',
      message:
        'holds no group; to withdraw all groups of a source, name it as "source" beside the empty list',
    });
  }
  const named = [...(shared === null ? [] : [shared]), ...found.map(({ source }) => source)];
  return {
    file,
    sources: [...new Set(named)],
    groups: found,
    problems: [...problems, ...repeatedKeys(found)],
  };
}

function parsed(file: string, text: string): JsonObject {
  let json: unknown;
  try {
    // Windows editors put a mark before the text.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = printable(error instanceof Error ? error.message : String(error));
    throw new GroupProblems(file, [{ message: `is no JSON: ${reason}` }]);
  }
  if (isObject(json)) return json;
  throw new GroupProblems(file, [{ message: 'holds no object: write { "groups": [ ... ] }' }]);
}

const KNOWN = ['key', 'title', 'category', 'source', 'members'] as const;

function readGroup(
  value: unknown,
  { field, shared }: { readonly field: string; readonly shared: string | null },
  problems: GroupProblem[],
): DeclaredGroup | null {
  if (!isObject(value)) {
    problems.push({ field, message: 'is no object: write { "key": ..., "members": [ ... ] }' });
    return null;
  }
  const read = readFields(value, { field, known: KNOWN }, problems);
  const key = readKey(read.text('key', KEY), field, problems);
  const title = readTitle(value.title, `${field}.title`, problems);
  const category = readCategory(
    read.text('category', `one of ${groupCategories.join(', ')}`),
    field,
    problems,
  );
  const source = shared !== null && !read.has('source') ? shared : read.text('source', 'say who declares it');
  const list = read.list('members', 'list its members');
  if (list.length === 0 && Array.isArray(value.members)) {
    problems.push({ field: `${field}.members`, message: 'a group has at least one member' });
  }
  const members = list
    .map((member, index) => readMember(member, `${field}.members[${index}]`, problems))
    .filter((member) => member !== null);
  problems.push(...doubledMembers(members));
  return { key, title, category, source, members, field };
}

const KEY =
  'write small letters, digits and hyphens, beginning with a letter, like region-hannover-plus; digits alone are official keys';

function readKey(key: string, field: string, problems: GroupProblem[]): string {
  if (key !== '' && !isGroupKey(key)) {
    problems.push({ field: `${field}.key`, message: `'${key}' is no key of a group: ${KEY}` });
  }
  return key;
}

function readTitle(title: unknown, field: string, problems: GroupProblem[]): DeclaredGroup['title'] {
  if (!isObject(title)) {
    problems.push({ field, message: 'write { "de": "...", "en": "..." }' });
    return { de: '', en: '' };
  }
  const read = readFields(title, { field, known: ['de', 'en'] }, problems);
  return {
    de: read.text('de', 'name the group in German'),
    en: read.text('en', 'name the group in English'),
  };
}

function readCategory(text: string, field: string, problems: GroupProblem[]): GroupCategory {
  const category = groupCategories.find((known) => known === text);
  if (category !== undefined || text === '') return category ?? 'OTHER';
  problems.push({
    field: `${field}.category`,
    message: `'${text}' is none: write one of ${groupCategories.join(', ')}`,
  });
  return 'OTHER';
}

function repeatedKeys(groups: readonly DeclaredGroup[]): readonly GroupProblem[] {
  return groups.flatMap(({ key, field }, index) => {
    const first = groups.findIndex((other) => other.key === key);
    return first === index || key === ''
      ? []
      : [{ field: `${field}.key`, message: `'${key}' is the key of ${groups[first]?.field} already` }];
  });
}
