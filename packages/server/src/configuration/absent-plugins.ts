import type { Catalogue } from '@kreisweit/domain';
import { counted } from '../count.ts';

/** A plug-in that the catalogue of a store knows and that is not loaded now; `indicators` is how many are published of it. */
export type AbsentPlugin = { readonly id: string; readonly indicators: number };

/** What the catalogue of a store knows beside what is loaded: plug-ins that are not named, not installed or left out. */
export function absentPlugins(stored: Catalogue, loaded: Catalogue): readonly AbsentPlugin[] {
  const ids = new Set(loaded.plugins.map(({ id }) => id));
  return stored.plugins
    .filter(({ id }) => !ids.has(id))
    .map(({ id }) => ({
      id,
      indicators: stored.indicators.filter(({ plugin }) => plugin === id).length,
    }));
}

/**
 * Why plug-ins cannot be dropped from the catalogue, with all that could be; null where they can. Only absent ones can be, and
 * only together with the absent ones that use what they define.
 */
export function whyNotDropped(
  drop: readonly string[],
  { stored, absent }: { readonly stored: Catalogue; readonly absent: readonly AbsentPlugin[] },
): string | null {
  const known = new Set(stored.plugins.map(({ id }) => id));
  const isAbsent = (id: string) => absent.some((one) => one.id === id);
  const stays = absent.filter(({ id }) => !drop.includes(id));
  const reasons = [...new Set(drop)].flatMap((id) => {
    if (!known.has(id)) return [`  ${id}: the catalogue has no such plug-in`];
    if (!isAbsent(id)) return [`  ${id}: is loaded; what is loaded stays in the catalogue`];
    return stays
      .filter((other) => uses(stored, other.id, id))
      .map((other) => `  ${id}: ${other.id} uses what it defines; drop both`);
  });
  if (reasons.length === 0) return null;
  const choice = absent.map(({ id, indicators }) => `${id} (${counted(indicators, 'indicator')})`).join(', ');
  const there = choice === '' ? 'all that it has are loaded' : `not loaded are: ${choice}`;
  return ['nothing was taken out of the catalogue:', ...reasons, `  ${there}`].join('\n');
}

/** Whether one plug-in names a measure or an indicator of the other, anywhere in its definitions. */
function uses({ measures, indicators, subjects, plugins }: Catalogue, id: string, other: string): boolean {
  const keys = new Set(
    [...measures, ...indicators].filter(({ plugin }) => plugin === other).map(({ key }) => key),
  );
  const names = (value: unknown): boolean =>
    typeof value === 'string'
      ? keys.has(value)
      : typeof value === 'object' && value !== null && Object.values(value).some(names);
  return [
    ...[...measures, ...indicators, ...subjects].filter(({ plugin }) => plugin === id),
    ...plugins.filter((plugin) => plugin.id === id),
  ].some(names);
}
