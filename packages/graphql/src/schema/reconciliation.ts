import type { TerritoryRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { loadReconciliation } from '../loader/load-reconciliations.ts';
import type { Reconciliation as ReconciliationRow } from '../reconciliation/reconciliation.ts';
import { reconciliationNote } from '../reconciliation/reconciliation-note.ts';
import { District } from './district.ts';
import { localisedField } from './localised-field.ts';
import { reconciliationArguments, reconciliationKey } from './reconciliation-arguments.ts';
import { ReconciliationFinding } from './reconciliation-finding.ts';

/** A delivered total beside the sum of the members. */
export const Reconciliation = builder.objectRef<ReconciliationRow>('Reconciliation').implement({
  description:
    'The total that an institute delivered for a district, beside the sum of its members. The delivered total is what counts; the difference shows where to look. Values are rounded as they are published.',
  fields: (t) => ({
    delivered: t.exposeFloat('delivered', {
      nullable: true,
      description: 'The delivered total; null where there is none or it is confidential.',
    }),
    summed: t.exposeFloat('summed', {
      nullable: true,
      description:
        'The sum of the members; null unless all that are expected have reported and none is confidential.',
    }),
    difference: t.exposeFloat('difference', {
      nullable: true,
      description: '`delivered` less `summed`; null where `finding` says why it cannot be told.',
    }),
    finding: t.expose('finding', { type: ReconciliationFinding, description: 'What came of it.' }),
    note: localisedField(t, 'The same for people, with how exact the figures are.', ({ finding, accuracy }) =>
      reconciliationNote(finding, accuracy),
    ),
  }),
});

builder.objectField(District, 'reconciliation', (t) =>
  t.loadable({
    type: Reconciliation,
    description:
      'The delivered total of a measure beside the sum of the municipalities (or associations, where those report).',
    args: reconciliationArguments(t),
    load: loadReconciliation,
    resolve: (territory: TerritoryRow, args) => reconciliationKey(territory, args),
  }),
);
