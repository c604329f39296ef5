import { changedFields, type FieldChange } from './changed-fields.ts';
import type { CooperationKind, CooperationRecords } from './cooperation-records.ts';
import type { StoredRecords } from './stored-records.ts';

/** What became of a record: its number in the file from 0, its key, and the fields that are not as they were (none of one that is new). */
export type RecordChange = {
  readonly record: number;
  readonly key: string;
  readonly change: 'added' | 'changed';
  readonly fields: readonly FieldChange[];
};

/** What became of the records of a file, in its order, by how they were stored before and are now. */
export function changedRecords<Kind extends CooperationKind>(
  records: readonly CooperationRecords[Kind][],
  { byKey: before }: StoredRecords<Kind>,
  { byKey: after, keyOf }: StoredRecords<Kind>,
): readonly RecordChange[] {
  return records.flatMap((each, record): readonly RecordChange[] => {
    const key = keyOf(each);
    const [old, now] = [before.get(key), after.get(key)];
    if (now === undefined) return [];
    if (old === undefined) return [{ record, key, change: 'added', fields: [] }];
    const fields = changedFields(old, now);
    return fields.length === 0 ? [] : [{ record, key, change: 'changed', fields }];
  });
}
