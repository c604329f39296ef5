import type { TerritoryLabel as TerritoryLabelRow } from '@kreisweit/store';
import { builder } from '../builder.ts';

/** A territory as a map names it. */
export const TerritoryLabel = builder.objectRef<TerritoryLabelRow>('TerritoryLabel').implement({
  description: 'A territory as a map or a ranking names it.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The key that `territory(key:)` takes.' }),
    ars: t.exposeString('ars', { nullable: true, description: 'Regionalschlüssel, where it has one.' }),
    ags: t.exposeString('ags', { nullable: true, description: 'Gemeindeschlüssel, where it has one.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
  }),
});
