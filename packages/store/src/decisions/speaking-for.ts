import {
  type Acting,
  type Action,
  decide,
  NotAllowed,
  type Party,
  type PartyKind,
  type PositionRecording,
  type Role,
  type Target,
} from '@kreisweit/domain';
import type { About } from '../access/about.ts';
import { decideAll } from '../access/require-allowed.ts';
import type { Rows } from '../access/rows.ts';
import { targetsOf } from '../access/targets-of.ts';

/** As what somebody speaks for a party, and the role that allows it. */
export type SpokenFor = { readonly role: Role; readonly recording: PositionRecording };

/** A party of a joint decision of a district (its key). */
export type PartyInDistrict = { readonly party: Party; readonly district: string };

/** What a position of a party is about. */
export function aboutPosition({ party, district }: PartyInDistrict): About {
  return { kind: 'position', party, district };
}

/** Who is the party itself. The district speaks through its coordination, which conducts the decision. */
const SPEAKS_ITSELF: Readonly<Record<PartyKind, readonly Role[]>> = {
  DISTRICT: [],
  MUNICIPALITY: ['MUNICIPALITY_EDITOR'],
  ACTOR: ['ACTOR_REPRESENTATIVE'],
};

/**
 * Whether somebody speaks as the party itself, or writes down on its behalf what it resolved: an association for its member, and the coordination of the
 * district that decides for everybody but the district itself, for which it speaks. A municipality that has come to another district
 * meanwhile is still a party here, and its new coordination has nothing to say in it. Whoever is several of these speaks as the first. Throws NotAllowed.
 */
export async function speakingFor(rows: Rows, acting: Acting, about: PartyInDistrict): Promise<SpokenFor> {
  const { party, district } = about;
  const [target] = await targetsOf(rows, [aboutPosition(about)]);
  const itself = target && allowedAs(SPEAKS_ITSELF[party.kind], acting, 'TAKE_POSITION', target);
  if (itself != null) return { role: itself, recording: 'OWN' };
  const association = target && allowedAs(['ASSOCIATION_EDITOR'], acting, 'TAKE_POSITION', target);
  if (party.kind === 'MUNICIPALITY' && association != null) {
    return { role: association, recording: 'ON_BEHALF' };
  }
  const [decision] = await decideAll(rows, acting, 'MANAGE_DECISIONS', [
    { kind: 'territory', key: district },
  ]);
  if (decision?.allowed !== true) throw refusal(acting, 'TAKE_POSITION', target);
  return { role: decision.role, recording: party.kind === 'DISTRICT' ? 'OWN' : 'ON_BEHALF' };
}

/** The role by which somebody is a party itself. Throws NotAllowed for everybody else. */
export async function requireItself(rows: Rows, acting: Acting, about: PartyInDistrict): Promise<Role> {
  const [target] = await targetsOf(rows, [aboutPosition(about)]);
  const role = target && allowedAs(SPEAKS_ITSELF[about.party.kind], acting, 'CONFIRM_POSITION', target);
  if (role == null) throw refusal(acting, 'CONFIRM_POSITION', target);
  return role;
}

function allowedAs(
  roles: readonly Role[],
  { principal }: Acting,
  action: Action,
  target: Target,
): Role | null {
  const grants = principal.grants.filter(({ role }) => roles.includes(role));
  const decision = decide({ ...principal, grants }, action, target);
  return decision.allowed ? decision.role : null;
}

function refusal({ principal }: Acting, action: Action, target: Target | undefined): NotAllowed {
  const decision = target === undefined ? null : decide(principal, action, target);
  const reason = decision === null || decision.allowed ? 'OUTSIDE_SCOPE' : decision.reason;
  return new NotAllowed(action, { allowed: false, reason, outside: [] });
}
