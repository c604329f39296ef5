import { nearestNames } from '@kreisweit/domain';
import type { Refuse } from './section-reader.ts';

/** Refuses each field of an object that nobody reads, with the one that was meant. `path` leads to the object. */
export function refuseUnknownFields(
  value: object,
  { fields, path = [] }: { readonly fields: readonly string[]; readonly path?: Parameters<Refuse>[0] },
  refuse: Refuse,
): void {
  for (const name of Object.keys(value).filter((name) => !fields.includes(name))) {
    const [meant] = nearestNames(name, fields);
    const advice = meant === undefined ? 'remove it' : `write "${meant}"`;
    refuse([...path, name], `there is no such field: ${advice}`);
  }
}
