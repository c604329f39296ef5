import type { Problem } from '@kreisweit/domain';

/** Where in a file something stands: a line and a header in a table, and the path of the field in the record. */
export type FilePlace = Pick<Problem, 'file' | 'line' | 'column' | 'field'>;

/** The records of a file, in its order, and the fields (paths) that it leaves out of each. `placeOf` says where a field of one (its path, '' for all of it) stands. */
export type CooperationRecords<T> = {
  readonly records: readonly T[];
  readonly leftOut: readonly (readonly string[])[];
  readonly placeOf: (record: number, field: string) => FilePlace;
};
