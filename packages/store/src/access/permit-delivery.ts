import {
  type Acting,
  decide,
  InputProblems,
  NotAllowed,
  type Place,
  type Principal,
  type Role,
  rolesFor,
} from '@kreisweit/domain';
import type { ReleaseInput } from '../ingest/release-input.ts';
import { placesById } from './places-by-id.ts';
import type { Rows } from './rows.ts';
import { associationsOfStage, territoriesOfStage } from './territories-of-stage.ts';

/** The role by which a delivery is taken in, and the territories that it is about; null where the role is held for all of them. */
export type DeliveryPermit = { readonly role: Role; readonly places: readonly Place[] | null };

/**
 * Whether somebody may deliver what is staged: every territory of the file, and every association that its keys name, not only those it is
 * said to be about. Keys that no register knows are nobody's. The refusal names none of them: it must be the same for a file of which more is
 * known. Throws NotAllowed.
 */
export async function permitDelivery(
  rows: Rows,
  { principal }: Acting,
  { input }: Pick<ReleaseInput, 'input'>,
): Promise<DeliveryPermit> {
  const plugin = pluginOf(input);
  const wide = decide(principal, 'DELIVER', { plugin, actors: [], places: [] });
  if (wide.allowed) return { role: wide.role, places: null };
  const byId = await placesById(rows, await territoriesOfStage(rows));
  const places = [...byId.values()];
  const decision = decide(principal, 'DELIVER', { plugin, actors: [], places });
  if (!decision.allowed) throw new NotAllowed('DELIVER', { ...decision, outside: [] });
  for (const { territory, association } of await associationsOfStage(rows)) {
    if (byId.get(territory)?.within.includes(association) === true) continue;
    throw new NotAllowed('DELIVER', { allowed: false, reason: 'OUTSIDE_SCOPE', outside: [] });
  }
  return { role: decision.role, places };
}

/**
 * Who delivers for some territories cannot replace a table as a whole, which would withdraw the figures of others: throws InputProblems,
 * before the file is read.
 */
export function refuseWholeTable({ principal }: Acting, { input, kind, file }: ReleaseInput): void {
  if (kind === 'partial') return;
  if (decide(principal, 'DELIVER', { plugin: pluginOf(input), actors: [], places: [] }).allowed) return;
  const message =
    'this table replaces what was delivered before as a whole, and your access is for some of its territories: have the institute ' +
    'deliver it, or ask who runs the server';
  throw new InputProblems(`${file} is refused`, [{ file, message }]);
}

/** Whether somebody may decide on what is staged, whatever was said of it when it was proposed. Throws NotAllowed. */
export async function permitDecision(
  rows: Rows,
  { principal }: Acting,
  { input }: Pick<ReleaseInput, 'input'>,
): Promise<void> {
  const target = { plugin: pluginOf(input), actors: [] };
  if (decide(principal, 'DECIDE_RELEASE', { ...target, places: [] }).allowed) return;
  const staged = await placesById(rows, await territoriesOfStage(rows), { byDigits: true });
  const decision = decide(principal, 'DECIDE_RELEASE', { ...target, places: [...staged.values()] });
  if (!decision.allowed) throw new NotAllowed('DECIDE_RELEASE', { ...decision, outside: [] });
}

/**
 * Throws NotAllowed when somebody can deliver nothing at all to a plug-in, whatever the file holds: asked before a file is read.
 */
export function requireDeliverer(principal: Principal, plugin: string): void {
  const able = principal.grants.filter(({ role }) => rolesFor('DELIVER').includes(role));
  if (able.some((grant) => grant.plugin === null || grant.plugin === plugin)) return;
  if (able.length > 0)
    throw new NotAllowed('DELIVER', { allowed: false, reason: 'OUTSIDE_SCOPE', outside: [] });
  const reason = principal.kind === 'anonymous' ? 'NOT_SIGNED_IN' : 'ROLE_MISSING';
  throw new NotAllowed('DELIVER', { allowed: false, reason, outside: [] });
}

/** The plug-in of an input's key (`population/byMunicipality`). */
export function pluginOf(input: string): string {
  return input.slice(0, input.indexOf('/'));
}
