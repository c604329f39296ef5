import { builder } from '../builder.ts';
import { listOf } from '../cost/entries.ts';
import { loadComponents } from '../loader/load-components.ts';
import type { Value } from '../series/value-at.ts';
import { Component } from './component.ts';
import { Formula } from './formula.ts';

/** How one value came about. */
export const Explanation = builder.objectRef<Value>('Explanation').implement({
  description:
    'How a value came about: the formula on the values of the components, rounded, is the value. Of what is confidential, and of what follows from it, nothing is told.',
  fields: (t) => ({
    formula: t.field({
      type: Formula,
      description: 'How it was computed.',
      resolve: ({ indicator }) => indicator,
    }),
    components: t.loadableList({
      ...listOf(2),
      type: Component,
      description: 'What the formula reads: each measure in each period, in the order of the formula.',
      load: loadComponents,
      resolve: (value: Value) => value,
    }),
  }),
});
