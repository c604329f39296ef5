import {
  type Acting,
  decide,
  type Party,
  type PositionRecording,
  type Role,
  rolesFor,
} from '@kreisweit/domain';
import type { About } from '../access/about.ts';
import { requireAllowed } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import { targetsOf } from '../access/targets-of.ts';

/** As what somebody speaks for a party, and the role that allows it. */
export type SpokenFor = { readonly role: Role; readonly recording: PositionRecording };

/** What a position of a party is about; `district` is that of the decision (its key). */
export function aboutPosition(party: Party, district: string): About {
  return { kind: 'position', party, district };
}

/**
 * Whether somebody speaks as the party itself, or writes down on its behalf what it resolved: associations for their members, and the coordination of the
 * district that decides (its key) for everybody but the district itself, for which it speaks. Whoever is both speaks as the party. Throws NotAllowed.
 */
export async function speakingFor(
  rows: Rows,
  acting: Acting,
  { party, district }: { readonly party: Party; readonly district: string },
): Promise<SpokenFor> {
  const about = aboutPosition(party, district);
  const [target] = await targetsOf(rows, [about]);
  const own = acting.principal.grants.filter(({ role }) => rolesFor('CONFIRM_POSITION').includes(role));
  const asItself = target && decide({ ...acting.principal, grants: own }, 'TAKE_POSITION', target);
  if (party.kind !== 'DISTRICT' && asItself?.allowed) return { role: asItself.role, recording: 'OWN' };

  const role = await requireAllowed(rows, acting, 'TAKE_POSITION', [about]);
  if (role !== 'ASSOCIATION_EDITOR') {
    // A municipality that has come to another district meanwhile is still a party here, and its new coordination has nothing to say in it.
    await requireAllowed(rows, acting, 'MANAGE_DECISIONS', [{ kind: 'territory', key: district }]);
  }
  return { role, recording: party.kind === 'DISTRICT' ? 'OWN' : 'ON_BEHALF' };
}
