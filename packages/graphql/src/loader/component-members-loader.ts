import { type ComponentMembers, type ComponentMembersRequest, componentMembers } from '@kreisweit/store';
import DataLoader from 'dataloader';
import type { Component } from '../explanation/component.ts';
import { isToldBelowDistricts } from '../explanation/component-plan.ts';
import type { Reading } from './create-loaders.ts';
import { perVersion } from './per-version.ts';

export type ComponentMembersLoader = DataLoader<Component, ComponentMembers | null>;

/**
 * Loads the members behind components, which `withheld` must allow: one statement a data version. Null where they cannot be
 * found again.
 */
export function componentMembersLoader(reading: Reading): ComponentMembersLoader {
  return new DataLoader(async (components) => {
    const keys = components.map((component) => ({ component, asOf: component.of.asOf }));
    return perVersion<(typeof keys)[number], ComponentMembers | null>(reading, keys, (asOf, group) =>
      componentMembers(reading.db, { asOf, requests: group.map(({ component }) => requestOf(component)) }),
    );
  });
}

function requestOf(component: Component): ComponentMembersRequest {
  const { of, measure, weight, source, period, districtId, withheld, value, reported, expected } = component;
  if (withheld !== null || districtId === null) {
    throw new Error(`the members of ${measure.key} must not be told: ${withheld}`);
  }
  return {
    districtId,
    territoryId: of.territory.factsId,
    breakdown: of.breakdown,
    measureId: measure.id,
    sourceId: source.id,
    bounds: measure.countOf ?? null,
    period,
    rollup: typeof measure.rollup === 'object' ? 'weightedMean' : measure.rollup,
    weightId: weight?.id ?? null,
    reportedAt: measure.reportedAt,
    municipalities: isToldBelowDistricts(measure) && isToldBelowDistricts(source),
    weighedMunicipalities: weight !== null && isToldBelowDistricts(weight),
    value,
    reported: reported ?? 0,
    expected,
  };
}
