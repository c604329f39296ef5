import { designationOf } from '@kreisweit/domain';
import type { TerritoryVersionRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { loadVersions } from '../loader/load-versions.ts';
import { Designation } from './designation.ts';
import { Territory } from './territory.ts';
import { TerritoryEvidence } from './territory-evidence.ts';

/** A territory under one name and one set of keys. */
export const TerritoryVersion = builder.objectRef<TerritoryVersionRow>('TerritoryVersion').implement({
  description: 'What a territory was called over a time: one name, one set of keys, one designation.',
  fields: (t) => ({
    ars: t.exposeString('ars', { nullable: true, description: 'Regionalschlüssel, where it had one.' }),
    ags: t.exposeString('ags', { nullable: true, description: 'Gemeindeschlüssel, where it had one.' }),
    name: t.exposeString('name', { description: 'Its official name.' }),
    designation: t.field({
      type: Designation,
      nullable: true,
      description: 'What it was called in law; null where no register says it.',
      resolve: ({ textCode }) => designationOf(textCode),
    }),
    inhabited: t.exposeBoolean('inhabited', { description: 'False for an area without inhabitants.' }),
    provenFrom: t.expose('provenFrom', { type: 'Date', description: 'The first day that is shown so.' }),
    provenUntil: t.expose('provenUntil', { type: 'Date', description: 'The last day in a row.' }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'Since when it was so, where a list of changes says it.',
    }),
    validUntil: t.expose('validUntil', {
      type: 'Date',
      nullable: true,
      description: 'Until when it was so, where a list of changes says it.',
    }),
    evidence: t.expose('evidence', { type: TerritoryEvidence, description: 'What this is known from.' }),
  }),
});

builder.interfaceField(Territory, 'versions', (t) =>
  t.loadableList({
    ...listOf(3),
    type: TerritoryVersion,
    description: 'All its names, keys and designations over time, the earliest first.',
    load: loadVersions,
    resolve: ({ id }) => id,
  }),
);
