import type { Problem } from '@kreisweit/domain';
import type { CooperationKind, CooperationRecords } from './cooperation-records.ts';
import { keptFields } from './kept-fields.ts';
import { recordWriters } from './record-writers.ts';
import type { StoredRecords } from './stored-records.ts';

/** Records of a file, and the fields (paths) that each leaves out; nothing is left out where there is no such list. */
export type RecordsOfFile<Kind extends CooperationKind> = {
  readonly kind: Kind;
  readonly records: readonly CooperationRecords[Kind][];
  readonly leftOut?: readonly (readonly string[])[] | undefined;
};

/**
 * The records as they are to be stored: what a file leaves out of one that there is stays as it is. What cannot be kept is a problem, told once for each field
 * at the first record, and so is a meeting whose attendance would be cleared.
 */
export function keptRecords<Kind extends CooperationKind>(
  { kind, records, leftOut = [] }: RecordsOfFile<Kind>,
  { byKey, keyOf }: StoredRecords<Kind>,
): { readonly records: readonly CooperationRecords[Kind][]; readonly problems: readonly Problem[] } {
  const { keep = keptFields<CooperationRecords[Kind]> } = recordWriters[kind];
  const lostAt = new Map<string, number[]>();
  const problems: Problem[] = [];
  const whole = records.map((record, index) => {
    const absent = leftOut[index] ?? [];
    const found = absent.includes('from') ? seatsLike(byKey, keyOf(record), kind) : [];
    const stored = byKey.get(keyOf(record)) ?? found[0];
    if (found.length > 1) {
      const message = 'there are several such seats: say since when the one that is meant is, add the column';
      problems.push({ field: `${kind}.${index}.from`, rule: 'AMBIGUOUS', message });
      return record;
    }
    if (stored === undefined) return record;
    const kept = keep(record, stored, absent);
    for (const path of kept.lost) {
      const place = path.replaceAll(/\.\d+(?=\.)/g, '');
      lostAt.set(place, [...(lostAt.get(place) ?? []), index]);
    }
    if (clearsAttendance(kept.record, stored)) {
      const message =
        'it is recorded who took part, and a file does not clear that: write who it was, (nobody) for none, or leave the column out';
      problems.push({ field: `${kind}.${index}.participants`, rule: 'CONFLICT', message });
    }
    return kept.record;
  });
  const lost = lostAt.entries().map(([place, [first = 0, ...others]]): Problem => {
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    const message = `this is left out, although something is stored there (of this record${more}), which would be cleared: add it, or leave out what belongs to it too`;
    return { field: `${kind}.${first}.${place}`, rule: 'REQUIRED', message };
  });
  return { records: whole, problems: [...lost, ...problems] };
}

/** Seats of the same actor in the same role, since whenever: without its first day no seat says which one it is. */
function seatsLike<Value>(byKey: ReadonlyMap<string, Value>, key: string, kind: string): readonly Value[] {
  if (kind !== 'members') return [];
  return [...byKey].flatMap(([each, seat]) => (each === key || each.startsWith(`${key}/`) ? [seat] : []));
}

function clearsAttendance(record: object, stored: object): boolean {
  const isRecorded = 'participants' in stored && stored.participants !== null;
  return isRecorded && 'participants' in record && record.participants === null;
}
