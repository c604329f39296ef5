import type { IndicatorEffect as IndicatorEffectRow } from '@kreisweit/store';
import { builder } from '../builder.ts';

/** How many published values of an indicator a release would change. */
export const IndicatorEffect = builder.objectRef<IndicatorEffectRow>('IndicatorEffect').implement({
  description: 'How many published values of an indicator a release would change.',
  fields: (t) => ({
    indicator: t.exposeString('indicator', { description: 'The key of the indicator.' }),
    appear: t.exposeInt('appear', { description: 'Values where there was none.' }),
    change: t.exposeInt('change', { description: 'Values that become another number.' }),
    disappear: t.exposeInt('disappear', { description: 'Values that are gone then.' }),
    remarked: t.exposeInt('remarked', {
      description: 'Values that keep their number and get another status, flag, origin or coverage.',
    }),
    empty: t.exposeInt('empty', { description: 'New entries that say only why there is no value.' }),
  }),
});
