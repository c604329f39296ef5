import type { DistrictRecord } from '@kreisweit/store';

/** The record of a district that the inner part of an id names (`12070/plain-language`). */
export function recordOfId(id: string): DistrictRecord {
  const at = id.indexOf('/');
  return { district: id.slice(0, Math.max(at, 0)), key: id.slice(at + 1) };
}
