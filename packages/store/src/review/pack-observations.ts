import { gunzipSync, gzipSync } from 'node:zlib';
import type { DeliveredObservation } from '@kreisweit/domain';

/** Packs a batch of observations. A national table takes a few megabytes this way instead of a hundred. */
export function packObservations(observations: readonly DeliveredObservation[]): Buffer {
  return gzipSync(JSON.stringify(observations), { level: 1 });
}

/** The observations that `packObservations` packed. */
export function unpackObservations(packed: Buffer): readonly DeliveredObservation[] {
  return JSON.parse(gunzipSync(packed).toString('utf8')) as readonly DeliveredObservation[];
}
