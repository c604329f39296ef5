import type { NamedTerritory } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { TerritoryKind } from './territory-kind.ts';

/** A territory in which tasks are carried out. */
export const TaskTerritory = builder.objectRef<NamedTerritory>('TaskTerritory').implement({
  description:
    'A territory in which tasks are carried out, as a table names it: the district, an association, or a municipality with inhabitants.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The key that `territory(key:)` takes.' }),
    kind: t.expose('kind', { type: TerritoryKind, description: 'What it is.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    associationKey: t.exposeString('association', {
      nullable: true,
      description:
        'The key of the association that a municipality belongs to; null where it belongs to none.',
    }),
  }),
});
