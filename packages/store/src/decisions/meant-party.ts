import { type JointDecision, type Party, parseTerritoryKey } from '@kreisweit/domain';
import { type Kysely, sql } from 'kysely';
import { canonicalActor } from '../actors/canonical-actor.ts';
import type { StoreSchema } from '../store-schema.ts';

/** A party as decisions name it: a municipality by its AGS, whichever of its keys is written. */
export function namedParty({ kind, key }: Party): Party {
  if (kind === 'ACTOR') return { kind, key };
  return { kind, key: parseTerritoryKey(key)?.key ?? key };
}

/**
 * The party of a decision that is meant: an actor that was merged is asked under the key that it had, and speaks under the one that is left. A party that
 * is none stays as it is, and is refused by the domain.
 */
export async function meantParty(
  trx: Kysely<StoreSchema>,
  { parties }: Pick<JointDecision, 'parties'>,
  party: Party,
): Promise<Party> {
  const actors = parties.filter(({ kind }) => kind === 'ACTOR').map(({ key }) => key);
  if (party.kind !== 'ACTOR' || actors.includes(party.key) || actors.length === 0) return party;
  const { rows } = await sql<{ key: string }>`
    select asked.key
    from unnest(${actors}::text[]) with ordinality as asked (key, position)
    cross join (select ${party.key}::text as key) given
    where ${canonicalActor('asked.key')} = ${canonicalActor('given.key')}
    order by asked.position
    limit 1`.execute(trx);
  return rows[0] === undefined ? party : { kind: 'ACTOR', key: rows[0].key };
}
