import type { ReleasePreview as ReleasePreviewRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { IndicatorEffect } from './indicator-effect.ts';
import { ReleaseWarning } from './release-warning.ts';
import { ValueEffect } from './value-effect.ts';

/** What publishing a release would do. */
export const ReleasePreview = builder.objectRef<ReleasePreviewRow>('ReleasePreview').implement({
  description: 'What publishing a release would do: made by doing it and undoing it, so it is no estimate.',
  fields: (t) => ({
    dataVersion: t.exposeInt('dataVersion', { description: 'The data version that it was set against.' }),
    cells: t.exposeInt('cells', { description: 'How many cells it holds.' }),
    territories: t.exposeInt('territories', { description: 'How many territories it is about.' }),
    provisional: t.exposeInt('provisional', { description: 'How many of them are in no register.' }),
    withdrawn: t.exposeInt('withdrawn', {
      description: 'How many cells would be withdrawn that an earlier release holds and this one does not.',
    }),
    series: t.exposeInt('series', { description: 'How many published series would be written.' }),
    differences: t.exposeInt('differences', {
      description: 'How many delivered totals would differ from the sums of their members.',
    }),
    warningCount: t.int({
      description: 'How many findings are not plausible.',
      // A preview that was kept before there were warnings has none.
      resolve: ({ warningCount }: Partial<ReleasePreviewRow>) => warningCount ?? 0,
    }),
    warnings: t.field({
      ...listOf(10),
      type: [ReleaseWarning],
      description: 'The first of them.',
      resolve: ({ warnings }: Partial<ReleasePreviewRow>) => warnings ?? [],
    }),
    effects: t.expose('effects', {
      ...listOf(5),
      type: [IndicatorEffect],
      description: 'What readers would see change, by indicator.',
    }),
    largest: t.expose('largest', {
      ...listOf(20),
      type: [ValueEffect],
      description: 'The largest of the changes, the most conspicuous first.',
    }),
  }),
});
