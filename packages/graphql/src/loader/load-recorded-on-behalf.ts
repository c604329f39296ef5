import { type RecordedOnBehalf, recordedOnBehalf } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';

/** For whom releases were recorded by the coordination, in the order of their numbers. */
export async function loadRecordedOnBehalf(
  releases: readonly number[],
  { db }: Reading,
): Promise<readonly (readonly RecordedOnBehalf[])[]> {
  return recordedOnBehalf(db, { releases });
}
