import type { Actor, AuditedChange, Json } from '@kreisweit/domain';
import { actorContent } from './same-actor.ts';

/**
 * What the audit trail says about a change of an actor: what is different, before and after. It is about the districts that keep the entry, then and
 * now. Of an e-mail address it says only that there was one: should it be a person's, it could not be taken out of the trail.
 */
export function actorChange(what: string, before: Actor | null, after: Actor): AuditedChange {
  const [old, fresh] = [before === null ? null : shown(before), shown(after)];
  const different = Object.keys(fresh).filter(
    (name) => old === null || JSON.stringify(old[name]) !== JSON.stringify(fresh[name]),
  );
  const email = before !== null && before.email !== after.email ? ['email'] : [];
  const names = [...new Set([...different, ...email])];
  const districts = [before?.district ?? null, after.district].filter((key) => key !== null);
  return {
    what,
    subject: { kind: 'actor', key: after.key },
    districts: [...new Set(districts)].toSorted(),
    before: old === null ? null : only(names, old),
    after: only(names, fresh),
  };
}

function shown(actor: Actor): Readonly<Record<string, Json>> {
  const email = actor.email === null ? null : 'given';
  return { ...(actorContent(actor) as Readonly<Record<string, Json>>), email };
}

function only(names: readonly string[], values: Readonly<Record<string, Json>>): Json {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}
