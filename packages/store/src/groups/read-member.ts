import { parseTerritoryKey } from '@kreisweit/domain';
import type { DeclaredMember } from './declared-group.ts';
import type { GroupProblem } from './group-problems.ts';
import { isObject, readFields } from './json-fields.ts';

const KEY = 'write the 5 digits of a district, or the 8 (AGS) or 12 (ARS) of a municipality';

/** Reads one member of a group; null where it cannot be understood, and `problems` says why. */
export function readMember(value: unknown, field: string, problems: GroupProblem[]): DeclaredMember | null {
  if (!isObject(value)) {
    problems.push({ field, message: 'is no object: write { "key": "03241", "from": "2013-01-01" }' });
    return null;
  }
  const read = readFields(value, { field, known: ['key', 'from', 'until'] }, problems);
  const written = read.text('key', KEY);
  const from = read.day('from');
  const until = read.day('until', 'optional');
  const key = parseTerritoryKey(written);
  if (written !== '' && key?.kind !== 'district' && key?.kind !== 'municipality') {
    const what = key === null ? 'no key of a territory' : `the key of a territory of the kind ${key.kind}`;
    problems.push({ field: `${field}.key`, message: `'${written}' is ${what}: ${KEY}` });
    return null;
  }
  const isBackwards = from !== null && until !== null && until < from;
  if (isBackwards) {
    problems.push({ field: `${field}.until`, message: `${until} lies before ${from}, from which it counts` });
  }
  if (key === null) return null;
  const isRead = from !== null && (until !== null || !read.has('until')) && !isBackwards;
  return { ...key, written, days: isRead ? { from, until } : null, field };
}

/**
 * What would count twice: a member that is named again for the same time, and a municipality of a district that is a
 * member itself. The digits of a municipality say where it lies.
 */
export function doubledMembers(members: readonly DeclaredMember[]): readonly GroupProblem[] {
  return members.flatMap((member, index) =>
    members.flatMap((other, otherIndex): GroupProblem[] => {
      if (!overlap(member, other)) return [];
      if (member.key === other.key) {
        const message = `${member.written} is named for the same time at ${other.field}: it would count twice`;
        return otherIndex < index ? [{ field: member.field, message }] : [];
      }
      if (member.kind !== 'municipality' || member.key.slice(0, 5) !== other.key) return [];
      const message = `${member.written} lies in ${other.written} (${other.field}): it would count twice`;
      return [{ field: member.field, message }];
    }),
  );
}

function overlap({ days: one }: DeclaredMember, { days: other }: DeclaredMember): boolean {
  if (one === null || other === null) return false;
  return (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);
}
