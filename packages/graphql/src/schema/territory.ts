import type { TerritoryKind as KindKey } from '@kreisweit/domain';
import type { TerritoryRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { loadAnyTerritory } from '../loader/load-any-territory.ts';
import { figureFields } from './figure-fields.ts';
import { TerritoryKind } from './territory-kind.ts';

const TYPE_NAMES: Readonly<Partial<Record<KindKey, string>>> = {
  country: 'Country',
  state: 'State',
  region: 'Region',
  district: 'District',
  association: 'Association',
  municipality: 'Municipality',
  group: 'Group',
};

/** What all territories have. */
export const Territory = builder.interfaceRef<TerritoryRow>('Territory');

Territory.implement({
  description:
    'A territorial entity with a stable identity. Its name and keys are those of the day asked for, else of the latest register.',
  interfaces: [builder.nodeInterfaceRef()],
  resolveType: ({ kind }) => TYPE_NAMES[kind],
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'Its key: AGS of a municipality, 5 digits of a district, 9 of an association, 3, 2, or DG; a word of a free group.',
    }),
    ars: t.exposeString('ars', {
      nullable: true,
      description: 'Amtlicher Regionalschlüssel: 12 digits of a municipality or the beginning of them.',
    }),
    ags: t.exposeString('ags', {
      nullable: true,
      description: 'Amtlicher Gemeindeschlüssel: 8, 5, 3 or 2 digits; null where the kind has none.',
    }),
    name: t.exposeString('name', { description: 'Its official name.' }),
    kind: t.expose('kind', { type: TerritoryKind, description: 'What it is.' }),
    inhabited: t.exposeBoolean('inhabited', {
      description: 'False for a gemeindefreies Gebiet without inhabitants, which never reports.',
    }),
    provenFrom: t.expose('provenFrom', {
      type: 'Date',
      description: 'The first register (or table) that shows it with this name and these keys.',
    }),
    provenUntil: t.expose('provenUntil', {
      type: 'Date',
      description: 'The last one in a row that shows it so.',
    }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'Since when it exists so, where a list of changes says it.',
    }),
    validUntil: t.expose('validUntil', {
      type: 'Date',
      nullable: true,
      description: 'Until when it existed so, where a list of changes says it.',
    }),
    provisional: t.exposeBoolean('provisional', {
      description: 'True where only tables know it and no imported register confirms it.',
    }),
    parent: t.field({
      type: Territory,
      nullable: true,
      description: 'The territory one level up: of a municipality its district (see also `association`).',
      resolve: ({ id, asAt }, _, { loaders }) => loaders.above.load({ memberId: id, kind: null, day: asAt }),
    }),
    ...figureFields(t),
  }),
});

builder.queryField('territory', (t) =>
  t.field({
    type: Territory,
    nullable: true,
    description:
      'The territory of a key, also of a superseded one; null where nothing is known under a well-formed key.',
    args: {
      key: t.arg.string({
        required: true,
        description:
          'AGS (2, 3, 5 or 8 digits), ARS (12 digits, 9 for an association), DG, or the key of a free group.',
      }),
      on: t.arg({ type: 'Date', description: 'Shows it as on this day; the latest register when left out.' }),
    },
    resolve: (_, { key, on }, { loaders }) => loadAnyTerritory(loaders.territory, { key, on: on ?? null }),
  }),
);
