import { flagsOfBits, statusCodes } from '@kreisweit/domain';
import type { ContributionRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import type { Component } from '../explanation/component.ts';
import { Flag } from './flag.ts';
import { MemberLabel } from './member-label.ts';
import { Status } from './status.ts';

/** What a member gives to a component. */
export const Contribution = builder
  .objectRef<ContributionRow & { readonly component: Component }>('Contribution')
  .implement({
    description: 'A member of a territory that was added up, with its own best published value.',
    fields: (t) => ({
      territory: t.expose('territory', { type: MemberLabel, description: 'The member.' }),
      value: t.exposeFloat('value', { description: 'Its value; 1 where members are counted.' }),
      status: t.field({
        type: Status,
        description: 'Always NORMAL: who has no value is not added up.',
        resolve: () => statusCodes.NORMAL,
      }),
      flags: t.field({
        type: [Flag],
        description: 'What else is true of its value.',
        resolve: ({ flags }) => flagsOfBits(flags),
      }),
      weight: t.exposeFloat('weight', {
        nullable: true,
        description: 'Its weight in a weighted mean; null in any other rollup.',
      }),
      share: t.float({
        nullable: true,
        description:
          'Its share of the sum, of a mean its share of the weights, from 0 to 1; null where there is neither.',
        resolve: shareOf,
      }),
    }),
  });

function shareOf({
  value,
  weight,
  component,
}: ContributionRow & { readonly component: Component }): number | null {
  const { rollup } = component.measure;
  if (component.value === null || rollup === 'min' || rollup === 'max') return null;
  const [part, whole] =
    typeof rollup === 'object' ? [weight, component.totalWeight] : [value, component.value];
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
