import type { NameOfParty, Party } from '@kreisweit/domain';
import type { Context } from '../context.ts';

/** What a party is called: the name of the territory or of the actor; its key where nothing is known of it. */
export async function nameOfParty(
  { kind, key }: Party,
  { loaders }: Pick<Context, 'loaders'>,
): Promise<string> {
  if (kind === 'ACTOR') return (await loaders.actor.load(key))?.name ?? key;
  const territory = await loaders.territory.load({
    kind: kind === 'DISTRICT' ? 'district' : 'municipality',
    key,
    on: null,
  });
  return territory?.name ?? key;
}

/** The names of parties, for a text that names them: all of them are asked for at once. */
export async function namesOfParties(
  parties: readonly Party[],
  context: Pick<Context, 'loaders'>,
): Promise<NameOfParty> {
  const names = await Promise.all(parties.map((party) => nameOfParty(party, context)));
  const byParty = new Map(parties.map((party, index) => [`${party.kind} ${party.key}`, names[index]]));
  return ({ kind, key }) => byParty.get(`${kind} ${key}`) ?? key;
}
