import type { TaskLevel } from './integration-task.ts';
import type { TaskTerritory } from './task-territory.ts';

/**
 * The keys of the territories whose assignments count in a territory, nearest first: its own, then those of what covers it.
 *
 * - An association always covers its members: it is their own joint administration.
 * - A district covers its municipalities and associations, but not for a MUNICIPAL task. Both are equals in law, and a municipality governs its
 *   own affairs (Article 28 of the Basic Law, kommunale Selbstverwaltung); that the district offers something does not say that
 *   the municipality has settled its own part. Where a district does carry such a task for all, it says so once by overriding the level.
 * - Upwards nothing covers: a municipality answers for itself only.
 *
 * @example coveringKeys(letschin, 'DISTRICT') // ['12064274', '12064']
 */
export function coveringKeys(
  { key, sameAs, association, district }: TaskTerritory,
  level: TaskLevel,
): readonly string[] {
  const covering = [key, sameAs, association, level === 'MUNICIPAL' ? null : district];
  return [...new Set(covering.filter((one) => one !== null))];
}
