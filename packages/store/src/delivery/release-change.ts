import type { AuditedChange } from '@kreisweit/domain';
import { placesById } from '../access/places-by-id.ts';
import type { Rows } from '../access/rows.ts';
import type { ReleaseInput } from '../ingest/release-input.ts';
import type { ReleaseIngest } from '../ingest/take-in-release.ts';
import type { Writer } from '../write/write-version.ts';
import { districtsOf } from './reviewing-districts.ts';

/**
 * What the audit trail says of a release that is published: what was delivered and how much of it, never a value, and
 * no checksum either, against which small numbers could be guessed.
 */
export async function releaseChange(
  writer: Writer,
  { input, file, source, kind, proposed }: ReleaseInput,
  { release, cells, territories, withdrawn, warningCount }: ReleaseIngest,
): Promise<AuditedChange> {
  return {
    what: 'release.published',
    subject: { kind: 'release', key: String(release) },
    districts: await districtsOfRelease(writer.rows, release),
    before: proposed === undefined ? null : { proposed },
    after: { input, file, source, kind, cells, territories, withdrawn, warnings: warningCount },
  };
}

/** Beyond this many territories a release concerns the whole country, and everybody. */
const MOST_TERRITORIES = 1_000;

/** The keys of the districts that a release is about; none where it is about the whole country. */
export async function districtsOfRelease(rows: Rows, release: number): Promise<readonly string[]> {
  const found = await rows<{ id: number }>(
    'select territory_id as id from release_territory where release_id = $1 limit $2',
    [release, MOST_TERRITORIES + 1],
  );
  if (found.length > MOST_TERRITORIES) return [];
  const places = await placesById(
    rows,
    found.map(({ id }) => id),
    { byDigits: true },
  );
  return districtsOf([...places.values()]);
}
