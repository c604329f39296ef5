import type { ReleaseIngest } from '../ingest/take-in-release.ts';
import type { ReleaseEffects } from './release-effects.ts';

/**
 * What publishing a proposed release would do: counts as of an ingest, and what readers would see change. `dataVersion` is
 * the published one that it was set against.
 */
export type ReleasePreview = Omit<ReleaseIngest, 'version' | 'release' | 'changed'> &
  ReleaseEffects & { readonly dataVersion: number };

/**
 * A release under review: it has no data version yet, and nothing of it is published. Times are ISO, UTC. `preview` is the
 * last one that was made. State `published` names the release and the data version that it became, `rejected` the reason.
 */
export type ProposedRelease = {
  readonly proposed: number;
  readonly state: 'proposed' | 'published' | 'rejected';
  readonly input: string;
  readonly kind: 'full' | 'partial';
  readonly source: string;
  readonly title: string;
  readonly institute: string;
  readonly file: string;
  readonly checksum: string;
  readonly proposedAt: string;
  readonly preview: ReleasePreview | null;
  readonly release: number | null;
  readonly dataVersion: number | null;
  readonly rejectedAt: string | null;
  readonly reason: string | null;
};
