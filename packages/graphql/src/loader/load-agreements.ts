import type { Subject } from '@kreisweit/domain';
import { type Identified, type SubjectAgreement, subjectAgreements } from '@kreisweit/store';
import type { Reading } from './create-loaders.ts';
import { perVersion } from './per-version.ts';

/** An agreement, and the data version that it was read for. */
export type Agreement = SubjectAgreement & { readonly asOf: number };

/** The agreements about subjects, in the order of the subjects. */
export async function loadAgreementsAbout(
  subjects: readonly Identified<Subject>[],
  reading: Reading,
): Promise<readonly (readonly Agreement[] | Error)[]> {
  return perVersion(reading, subjects, async (asOf, group) => {
    const keys = group.map(({ key }) => key);
    const rows = await subjectAgreements(reading.db, { asOf, territoryIds: [], subjects: keys });
    return keys.map((key) => rows.filter(({ subject }) => subject === key).map((row) => ({ ...row, asOf })));
  });
}

/** The agreements of districts, in the order of their internal ids. */
export async function loadAgreementsOf(
  ids: readonly number[],
  { db, dataVersion }: Reading,
): Promise<readonly (readonly Agreement[])[]> {
  const { number: asOf } = await dataVersion();
  const rows = await subjectAgreements(db, { asOf, territoryIds: ids, subjects: [] });
  return ids.map((id) =>
    rows.filter(({ territoryId }) => territoryId === id).map((row) => ({ ...row, asOf })),
  );
}
