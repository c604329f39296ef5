import { exactFigures } from '@kreisweit/domain';
import type { TerritoryRow } from '@kreisweit/store';
import type { ObjectRef } from '@pothos/core';
import { builder, type Fields, type SchemaTypes } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import {
  loadReconciliations,
  type Reconciliations as ReconciliationsRow,
} from '../loader/load-reconciliations.ts';
import { reconciliationNote } from '../reconciliation/reconciliation-note.ts';
import { Country } from './country.ts';
import { Group } from './group.ts';
import { optionalLocalisedField } from './localised-field.ts';
import { reconciliationArguments, reconciliationKey } from './reconciliation-arguments.ts';
import { ReconciliationFinding } from './reconciliation-finding.ts';
import { Region } from './region.ts';
import { State } from './state.ts';
import { TerritoryLabel } from './territory-label.ts';

/** The districts whose delivered total is not the sum of their members. Its lists are parallel. */
export const Reconciliations = builder.objectRef<ReconciliationsRow>('Reconciliations').implement({
  description:
    'The districts of a territory whose delivered total is not the sum of their members, by key. The lists are parallel. Districts with a confidential member are never among them.',
  fields: (t) => ({
    territories: t.expose('different', {
      ...listOf(1),
      type: [TerritoryLabel],
      description: 'The districts that differ.',
    }),
    delivered: t.field({
      type: ['Float'],
      description: 'What the institute delivered for each.',
      resolve: ({ different }) => different.map(({ delivered }) => delivered),
    }),
    summed: t.field({
      type: ['Float'],
      description: 'The sums of the members.',
      resolve: ({ different }) => different.map(({ summed }) => summed),
    }),
    differences: t.field({
      type: ['Float'],
      description: '`delivered` less `summed`.',
      resolve: ({ different }) => different.map(({ difference }) => difference),
    }),
    findings: t.field({
      type: [ReconciliationFinding],
      description: 'DIFFERENT, or WITHIN_ACCURACY where the difference is no finding.',
      resolve: ({ different }) => different.map(({ finding }) => finding),
    }),
    districts: t.exposeInt('districts', {
      description:
        'How many districts have figures of the measure: of all that lay inside at some time of the period.',
    }),
    compared: t.exposeInt('compared', {
      description:
        'How many could be compared: with a delivered total, all members reported and none confidential.',
    }),
    notReconciled: t.expose('notReconciled', {
      type: ReconciliationFinding,
      nullable: true,
      description: 'Why no district is compared at all; null for a measure that is reconciled.',
    }),
    note: optionalLocalisedField(t, 'The same for people.', ({ notReconciled }) =>
      notReconciled === null ? null : reconciliationNote(notReconciled, exactFigures),
    ),
  }),
});

function reconciliationsField(t: Fields<TerritoryRow>) {
  return t.loadable({
    ...listOf(50),
    type: Reconciliations,
    description:
      'All districts inside whose delivered total differs from the sum of their members, at a glance; see `District.reconciliation`.',
    args: reconciliationArguments(t),
    load: loadReconciliations,
    resolve: (territory: TerritoryRow, args) => reconciliationKey(territory, args),
  });
}

for (const type of [Country, State, Region, Group] satisfies ObjectRef<SchemaTypes, TerritoryRow>[]) {
  builder.objectField(type, 'reconciliations', reconciliationsField);
}
