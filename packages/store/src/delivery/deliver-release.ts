import { type Acting, decide, type Place, type Principal, type Role } from '@kreisweit/domain';
import type { About } from '../access/about.ts';
import {
  type DeliveryPermit,
  permitDelivery,
  pluginOf,
  refuseWholeTable,
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
  refuseWholeTable(acting, release);
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
  const { principal } = acting;
  let permit: DeliveryPermit = { role: 'DATA_PARTNER', places: [] };
  const onStaged = async () => {
    permit = await permitDelivery(writer.rows, acting, release);
    if (await needsReview(writer.rows, acting, { permit, release })) throw new NeedsReview(permit.role);
  };
  const ingest = await takeInRelease(writer, release, { ...options, acting, onStaged });
  const { role, places } = permit;
  const recordedFor = recordedOnBehalf(principal, pluginOf(release.input), places ?? []);
  const deliverer = { identity: principal.id, role };
  const onBehalfOf = await attributeRelease(writer, ingest.release, deliverer, recordedFor);
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
  const { proposed, preview } = await propose(
    writer,
    release,
    { ...options, acting },
    { acting, role, closing },
  );
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

/** Whether a district that reviews deliveries is among those that somebody delivers for and may not decide for. */
async function needsReview(
  rows: Rows,
  { principal }: Acting,
  {
    permit,
    release: { input, kind },
  }: { readonly permit: DeliveryPermit; readonly release: Pick<ReleaseInput, 'input' | 'kind'> },
): Promise<boolean> {
  if (kind === 'full') return false;
  const staged = await placesById(rows, await territoriesOfStage(rows), { byDigits: true });
  const target = { plugin: pluginOf(input), actors: [] };
  const isOwn = (place: Place) => decide(principal, 'DECIDE_RELEASE', { ...target, places: [place] }).allowed;
  const others = [...staged.values()].filter((place) => permit.role !== 'ADMINISTRATOR' && !isOwn(place));
  return others.length > 0 && (await reviewingDistricts(rows, others)).length > 0;
}

/** The keys of the places for which somebody delivers as coordinator only. */
function recordedOnBehalf(principal: Principal, plugin: string, places: readonly Place[]): readonly string[] {
  const asOthers = {
    ...principal,
    grants: principal.grants.filter(({ role }) => role !== 'DISTRICT_COORDINATOR'),
  };
  return places
    .filter((place) => !decide(asOthers, 'DELIVER', { plugin, actors: [], places: [place] }).allowed)
    .flatMap(({ keys }) => keys);
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
