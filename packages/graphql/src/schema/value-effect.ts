import type { ValueEffect as ValueEffectRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { Status } from './status.ts';
import { TerritoryName } from './territory-name.ts';

/** A published value that a release would change or take away. */
export const ValueEffect = builder.objectRef<ValueEffectRow>('ValueEffect').implement({
  description: 'A published value that a release would change or take away.',
  fields: (t) => ({
    indicator: t.exposeString('indicator', { description: 'The key of the indicator.' }),
    territory: t.expose('territory', { type: TerritoryName, description: 'Where.' }),
    breakdown: t.exposeString('breakdown', {
      description: 'Of which categories, `sex=female`; empty for the total.',
    }),
    period: t.expose('period', { type: 'Period', description: 'When.' }),
    before: t.exposeFloat('before', {
      nullable: true,
      description: 'The value that is published; null also where it becomes confidential.',
    }),
    after: t.exposeFloat('after', {
      nullable: true,
      description: 'The value that would be; null where there would be none.',
    }),
    status: t.expose('status', { type: Status, description: 'Why there would be a value or none.' }),
  }),
});
