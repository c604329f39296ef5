import { type Grant as GrantRow, parseTerritoryKey } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { Role } from './role.ts';
import { TerritoryName } from './territory-name.ts';

/** A role that somebody holds, and what for. */
export const Grant = builder.objectRef<GrantRow>('Grant').implement({
  description: 'A role that somebody holds, and what for. What is null does not narrow it.',
  fields: (t) => ({
    role: t.expose('role', { type: Role, description: 'The role.' }),
    territory: t.field({
      type: TerritoryName,
      nullable: true,
      description: 'The territory that it is held for, with everything inside.',
      resolve: async ({ territory }, _, { loaders }) => {
        if (territory === null) return null;
        const key = parseTerritoryKey(territory);
        const known = key && (await loaders.territory.load({ ...key, on: null }));
        return { key: territory, name: known?.name ?? territory };
      },
    }),
    plugin: t.exposeString('plugin', {
      nullable: true,
      description: 'The indicator plug-in whose figures it is held for.',
    }),
    actor: t.exposeString('actor', { nullable: true, description: 'The key of the actor it is held for.' }),
  }),
});
