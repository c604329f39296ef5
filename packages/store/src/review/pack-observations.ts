import { gunzipSync, gzipSync } from 'node:zlib';
import type { DeliveredObservation } from '@kreisweit/domain';

/** Packs a batch of observations. A national table takes a few megabytes this way instead of a hundred. */
export function packObservations(observations: readonly DeliveredObservation[]): Buffer {
  return gzipSync(JSON.stringify(observations, faithful), { level: 1 });
}

/** JSON has no such numbers, and drops what is undefined: a refused observation must not come back as another one. */
function faithful(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${key}: ${value} is no number`);
  if (key === 'breakdown' && value && Object.values(value).includes(undefined)) {
    throw new RangeError('breakdown: a category is undefined');
  }
  return value;
}

/** The observations that `packObservations` packed. */
export function unpackObservations(packed: Buffer): readonly DeliveredObservation[] {
  return JSON.parse(gunzipSync(packed).toString('utf8')) as readonly DeliveredObservation[];
}
