import { valueComponents } from '@kreisweit/store';
import type { Component } from '../explanation/component.ts';
import { componentOfFacts } from '../explanation/component-of-facts.ts';
import { cellsOf, componentPlans } from '../explanation/component-plan.ts';
import type { Value } from '../series/value-at.ts';
import type { Reading } from './create-loaders.ts';
import { perVersion } from './per-version.ts';

/** What the formulas of values read, one statement a data version, in the order of the values and of their formulas. */
export async function loadComponents(
  values: readonly Value[],
  reading: Reading,
): Promise<readonly (readonly Component[] | Error)[]> {
  return perVersion(reading, values, async (asOf, group) => {
    const catalogue = await reading.catalogue(asOf);
    const planned = group.map((value) => ({
      value,
      plans: componentPlans(catalogue, value).map((plan) => ({ plan, cells: cellsOf(catalogue, plan) })),
    }));
    const found = await valueComponents(reading.db, {
      asOf,
      requests: planned.map(({ value, plans }) => ({
        territory: value.territory,
        indicatorId: value.indicator.id,
        breakdown: value.breakdown,
        period: value.period,
        cells: plans.flatMap(({ cells }) => cells),
      })),
    });
    return planned.map(({ value, plans }, index) => {
      const facts = (found[index] ?? []).values();
      return plans.map(({ plan, cells }) =>
        componentOfFacts(
          value,
          plan,
          cells.map(() => facts.next().value ?? null),
        ),
      );
    });
  });
}
