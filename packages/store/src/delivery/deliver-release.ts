import type { Acting, Place, Role } from '@kreisweit/domain';
import type { About } from '../access/about.ts';
import {
  type DeliveryPermit,
  permitDelivery,
  pluginOf,
  requireDeliverer,
} from '../access/permit-delivery.ts';
import { placesById } from '../access/places-by-id.ts';
import { requireAllowed } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import { spendLink } from '../access/spend-link.ts';
import { territoriesOfStage } from '../access/territories-of-stage.ts';
import { releaseNote } from '../ingest/ingest-release.ts';
import type { ReleaseInput } from '../ingest/release-input.ts';
import { type ReleaseIngest, takeInRelease } from '../ingest/take-in-release.ts';
import type { Store } from '../open-store.ts';
import { knownAlready, propose } from '../review/propose-release.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, type Written, writeVersion } from '../write/write-version.ts';
import { attributeRelease } from './attribute-release.ts';
import type { Delivery } from './delivery.ts';
import { releaseChange } from './release-change.ts';
import { reviewingDistricts } from './reviewing-districts.ts';

/** Opens what is delivered, from its beginning each time: a delivery that turns out to need a review is read twice. */
export type OpenRelease = () => Promise<ReleaseInput>;

/**
 * Takes in what somebody delivers, if every territory in it is theirs to deliver for, and publishes it; own figures of a district that
 * reviews deliveries are kept for its decision instead, unless its coordinator delivers them. A national table is never held
 * up by one district. A one-time link is spent with it. Throws NotAllowed, and InputProblems for bad input, with nothing stored.
 */
export async function deliverRelease(
  store: Store,
  acting: Acting,
  open: OpenRelease,
  options: WriteOptions = {},
): Promise<Delivery> {
  const release = await open();
  requireDeliverer(acting.principal, pluginOf(release.input));
  const about = { kind: 'release', note: releaseNote(release), acting, signal: options.signal } as const;
  return writeVersion<Delivery>(store, about, async (writer) => {
    const waiting = await knownAlready(writer, release, options);
    if (waiting !== null) {
      // Whoever holds a file of others is not told what became of it.
      await requireAllowed(writer.rows, acting, 'DELIVER', [aboutKnown(waiting)]);
      return { publish: false, result: unchanged(waiting) };
    }
    try {
      return await publish(writer, { acting, release, options });
    } catch (error) {
      if (!(error instanceof NeedsReview)) throw error;
      return keepForReview(writer, { acting, release: await open(), options, role: error.role });
    }
  });
}

type Delivering = {
  readonly acting: Acting;
  readonly release: ReleaseInput;
  readonly options: WriteOptions;
};

async function publish(writer: Writer, { acting, release, options }: Delivering): Promise<Written<Delivery>> {
  let role: Role = 'DATA_PARTNER';
  const onStaged = async () => {
    const permit = await permitDelivery(writer.rows, acting, release);
    if (await needsReview(writer.rows, permit, release)) throw new NeedsReview(permit.role);
    role = permit.role;
  };
  const ingest = await takeInRelease(writer, release, { ...options, onStaged });
  const onBehalfOf = await attributeRelease(writer, ingest.release, {
    identity: acting.principal.id,
    role,
  });
  return {
    publish: true,
    role,
    change: await releaseChange(writer, release, ingest),
    closing: (rows) => spendLink(rows, acting.principal),
    result: published(ingest, onBehalfOf),
  };
}

async function keepForReview(
  writer: Writer,
  { acting, release, options, role }: Delivering & { readonly role: Role },
): Promise<Written<Delivery>> {
  const closing = (rows: Rows) => spendLink(rows, acting.principal);
  const { proposed, preview } = await propose(writer, release, options, { acting, role, closing });
  const { cells, territories, withdrawn, warningCount, warnings } = preview;
  const counts = { cells, territories, withdrawn, warningCount, warnings };
  const result = { state: 'PROPOSED', release: null, proposed, dataVersion: null, ...counts } as const;
  return { publish: false, result: { ...result, onBehalfOf: [] } };
}

/** Ends the taking in of a delivery that a district wants to review first. */
class NeedsReview extends Error {
  readonly role: Role;

  constructor(role: Role) {
    super('a district reviews this delivery first');
    this.role = role;
  }
}

/** Who decides on deliveries has no need to review the own ones. */
const DECIDING: readonly Role[] = ['DISTRICT_COORDINATOR', 'ADMINISTRATOR'];

async function needsReview(
  rows: Rows,
  { role, places }: DeliveryPermit,
  { kind }: ReleaseInput,
): Promise<boolean> {
  if (kind === 'full' || DECIDING.includes(role)) return false;
  const all: readonly Place[] = places ?? [
    ...(await placesById(rows, await territoriesOfStage(rows))).values(),
  ];
  return (await reviewingDistricts(rows, all)).length > 0;
}

function published(ingest: ReleaseIngest, onBehalfOf: readonly string[]): Delivery {
  const { release, version, cells, territories, withdrawn, warningCount, warnings } = ingest;
  const counts = { cells, territories, withdrawn, warningCount, warnings };
  return { state: 'PUBLISHED', release, proposed: null, dataVersion: version, ...counts, onBehalfOf };
}

function aboutKnown({ release, proposed }: Pick<Delivery, 'release' | 'proposed'>): About {
  return release === null ? { kind: 'proposed', proposed: proposed ?? 0 } : { kind: 'release', release };
}

const NOTHING = { cells: 0, territories: 0, withdrawn: 0, warningCount: 0, warnings: [], onBehalfOf: [] };

function unchanged(known: Pick<Delivery, 'release' | 'proposed'>): Delivery {
  const { release, proposed } = known;
  return { state: 'UNCHANGED', release, proposed, dataVersion: null, ...NOTHING };
}
