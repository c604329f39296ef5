import type { Writer } from '../write/write-version.ts';
import type { DeclaredGroup, DeclaredMember, GroupFile } from './declared-group.ts';
import { type GroupProblem, GroupProblems } from './group-problems.ts';

/** A territory that can be a member, and the days between which it is in force (null = open). */
type KnownMember = {
  readonly kind: string;
  readonly key: string;
  readonly id: number;
  readonly in_force_from: string | null;
  readonly in_force_until: string | null;
};

/** The internal ids of the members of a file, by kind and key. */
export type MemberIds = (member: DeclaredMember) => number;

/**
 * Finds the members of all groups. Throws GroupProblems for what is wrong with the file itself, for members that no
 * register or list of changes knows or that are not in force all the time they are named for, and for keys of groups that
 * belong to another source.
 */
export async function checkMembers(
  writer: Writer,
  { file, groups, problems: inFile }: GroupFile,
): Promise<MemberIds> {
  const members = groups.flatMap((group) => group.members);
  const rows = await writer.rows<KnownMember>(KNOWN, [members.map(({ key }) => key)]);
  const known = new Map(rows.map((row) => [nameOf(row), row]));
  const problems = [
    ...inFile,
    ...(await foreignKeys(writer, groups)),
    ...members.flatMap((member) => memberProblems(member, known.get(nameOf(member)))),
  ];
  if (problems.length > 0) throw new GroupProblems(file, problems);
  return (member) => known.get(nameOf(member))?.id ?? -1;
}

const KNOWN = `
select t.kind, t.key, t.id, l.in_force_from, l.in_force_until
from territory t
join territory_life l on l.territory_id = t.id and l.version_until is null
where t.kind = any('{district,municipality}') and t.key = any($1::text[])`;

function nameOf({ kind, key }: { readonly kind: string; readonly key: string }): string {
  return `${kind} ${key}`;
}

function memberProblems(
  { kind, written, days, field }: DeclaredMember,
  known: KnownMember | undefined,
): readonly GroupProblem[] {
  if (known === undefined) {
    const message = `no register or list of changes knows a ${kind} ${written}: import the one of its time first, or mend the key`;
    return [{ field: `${field}.key`, message }];
  }
  if (days === null) return [];
  const { from, until } = days;
  const { in_force_from: first, in_force_until: last } = known;
  return [
    ...(first !== null && from < first
      ? [
          {
            field: `${field}.from`,
            message: `${written} is in force from ${first}, not from ${from}, as far as registers and lists of changes say`,
          },
        ]
      : []),
    ...(last !== null && (until === null || until > last)
      ? [
          {
            field: `${field}.until`,
            message: `${written} is in force until ${last}, not ${until === null ? 'without an end' : `until ${until}`}, as far as registers and lists of changes say`,
          },
        ]
      : []),
  ];
}

/** A source must not take a group away from another one by using the same key. */
async function foreignKeys(
  writer: Writer,
  groups: readonly DeclaredGroup[],
): Promise<readonly GroupProblem[]> {
  const rows = await writer.rows<{ key: string; source: string }>(
    `select t.key, g.source
     from territory_group g
     join territory t on t.id = g.territory_id
     where g.version_until is null`,
  );
  const sourceOf = new Map(rows.map(({ key, source }) => [key, source]));
  return groups.flatMap(({ key, source, field }) => {
    const declaring = sourceOf.get(key);
    if (declaring === undefined || declaring === source || source === '') return [];
    const message = `'${key}' is a group that '${declaring}' declares: choose another key, or name that source`;
    return [{ field: `${field}.key`, message }];
  });
}
