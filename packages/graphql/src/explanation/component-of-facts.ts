import { originCodes, type Period, statusCodes, statusOfCode, valueOverTime } from '@kreisweit/domain';
import type { ComponentFacts } from '@kreisweit/store';
import type { Value } from '../series/value-at.ts';
import type { Component, ComponentPart } from './component.ts';
import type { ComponentPlan } from './component-plan.ts';

type Facts = ComponentFacts | null;

/** Nothing is told. */
const NOTHING = Object.freeze({
  value: null,
  status: statusCodes.NOT_AVAILABLE,
  flags: 0,
  origin: null,
  sign: null,
  boundaryDate: null,
  reported: null,
  expected: null,
  populationShare: null,
  totalWeight: null,
  overTime: null,
  parts: Object.freeze([]),
  districtId: null,
  withheld: 'NOT_AVAILABLE',
});

/**
 * A component from the facts of its cells (see `cellsOf`). What was delivered or rolled up for the period itself counts,
 * else what its quarters make of it, else its months; a reason that may change makes way for a value, as when it was published.
 */
export function componentOfFacts(of: Value, plan: ComponentPlan, facts: readonly Facts[]): Component {
  const [own = null, ...ofParts] = facts;
  const { measure, weight, source, period } = plan;
  const named = { of, measure, weight, source, period };
  const itself = own === null ? null : { ...NOTHING, ...own };
  if (itself !== null && isFinal(itself.status)) return { ...named, ...itself };
  const options = [itself, ...madeOfParts(plan, ofParts)].filter((option) => option !== null);
  const chosen = options.find(({ status }) => status === statusCodes.NORMAL) ?? options[0] ?? NOTHING;
  return { ...named, ...chosen };
}

function isFinal(status: number): boolean {
  return status === statusCodes.NORMAL || status >= statusCodes.CONFIDENTIAL_OR_UNKNOWN;
}

type Told = Omit<Component, 'of' | 'measure' | 'weight' | 'source' | 'period'>;

/** The value of the period as each list of its parts makes it; lists of which nothing is stored make none. */
function madeOfParts({ rule, partPeriods }: ComponentPlan, facts: readonly Facts[]): readonly Told[] {
  let from = 0;
  return partPeriods.flatMap((periods) => {
    const stored = facts.slice(from, from + periods.length);
    from += periods.length;
    if (rule === null || stored.every((one) => one === null)) return [];
    const { value, status, flags } = valueOverTime(
      rule === 'last' ? 'sum' : rule,
      stored.map((one) =>
        one === null ? undefined : { value: one.value, status: statusOfCode(one.status), flags: one.flags },
      ),
    );
    return {
      ...NOTHING,
      value: stored.every((one) => one?.value != null) ? value : null,
      status: statusCodes[status],
      flags,
      origin: originCodes.SUMMED,
      overTime: rule,
      parts: periods.map((period, index) => partOf(period, stored[index] ?? null)),
      withheld: 'SHORTER_PERIODS' as const,
    };
  });
}

function partOf(period: Period, facts: Facts): ComponentPart {
  const { value, status, flags, origin } = facts ?? NOTHING;
  return { period, value, status, flags, origin };
}
