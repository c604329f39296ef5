import { type Acting, actingOperator } from '@kreisweit/domain';
import { permitDecision, pluginOf } from '../access/permit-delivery.ts';
import { requireAllowed } from '../access/require-allowed.ts';
import { spendLink } from '../access/spend-link.ts';
import { attributeRelease } from '../delivery/attribute-release.ts';
import { releaseChange } from '../delivery/release-change.ts';
import { releaseNote } from '../ingest/ingest-release.ts';
import type { ReleaseInput } from '../ingest/release-input.ts';
import { type ReleaseIngest, takeInRelease } from '../ingest/take-in-release.ts';
import type { Store } from '../open-store.ts';
import { proposedReleases } from '../read/proposed-releases.ts';
import type { WriteOptions } from '../write/progress.ts';
import { type Writer, writeVersion } from '../write/write-version.ts';
import { delivererOf, FORGET_DECIDED, storedProposal } from './stored-proposal.ts';
import { loadedAlready, requireCurrent } from './waiting-proposal.ts';

/**
 * Publishes a proposed release: it is ingested as it was delivered, on top of what is published by now, and counts as
 * received when it was proposed. Throws InputProblems, with nothing published, when there is no such release or it is
 * decided, and when the catalogue does not take it in any more; NotAllowed.
 */
export async function publishProposed(
  store: Store,
  proposed: number,
  options: WriteOptions = {},
): Promise<ReleaseIngest> {
  const [known] = await proposedReleases(store.db, { proposed });
  const note = known === undefined ? '' : releaseNote(known);
  const { acting = actingOperator, signal } = options;
  const about = { kind: 'release', note, acting, signal } as const;
  const published = await writeVersion<ReleaseIngest>(store, about, async (writer) => {
    const role = await requireAllowed(writer.rows, acting, 'DECIDE_RELEASE', [
      { kind: 'proposed', proposed },
    ]);
    await requireCurrent(writer, proposed, 'is not published');
    const release = await storedProposal(writer, proposed);
    if (release.kind === 'full') await requireForAll(writer, acting, release);
    const onStaged = () => permitDecision(writer.rows, acting, release);
    const result = await takeInRelease(writer, release, { ...options, onStaged });
    if (!result.changed) throw loadedAlready(proposed, result.release, 'is not published');
    await attributeRelease(writer, result.release, await delivererOf(writer, proposed));
    return {
      publish: true,
      result,
      role,
      change: await releaseChange(writer, release, result),
      closing: (rows) => spendLink(rows, acting.principal),
    };
  });
  await store.database.pool.query(FORGET_DECIDED);
  return published;
}

/** A whole table also withdraws what it does not hold any more, wherever that is. */
async function requireForAll(writer: Writer, acting: Acting, { input }: ReleaseInput): Promise<void> {
  await requireAllowed(writer.rows, acting, 'DECIDE_RELEASE', [{ kind: 'plugin', plugin: pluginOf(input) }]);
}
