import { builder } from '../builder.ts';

/** A territory by its key and its name. */
export const TerritoryName = builder
  .objectRef<{ readonly key: string; readonly name: string }>('TerritoryName')
  .implement({
    description: 'A territory that is named and no more.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'The key that `territory(key:)` takes.' }),
      name: t.exposeString('name', { description: 'Its latest name; its key where no register names it.' }),
    }),
  });
