import { RevisionConflict } from '@kreisweit/domain';
import type { TaskSubject } from './task-change.ts';

/**
 * Throws a RevisionConflict where what was stored is not what somebody saw; 0 is nothing. It is asked once the district's row is
 * written (`nextTaskRevision`), so that nobody comes in between.
 */
export function requireRevision(
  { kind, district, key }: TaskSubject,
  stored: { readonly revision: number } | null,
  expectedRevision: number,
): void {
  const revision = stored?.revision ?? 0;
  if (revision === expectedRevision) return;
  throw new RevisionConflict({ kind, key: `${district}/${key}` }, { expectedRevision, revision });
}
