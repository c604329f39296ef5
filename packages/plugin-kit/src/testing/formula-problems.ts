import {
  type Component,
  evaluate,
  type Formula,
  type Indicator,
  isFree,
  measureInputsOf,
  type Outcome,
  operandsOf,
  type PlausibilityRule,
} from '@kreisweit/domain';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import type { PluginProblem } from '../registration/plugin-problem.ts';
import { registerPlugins } from '../registration/register-plugins.ts';

/** Far above every smallest count, so that nothing is hidden for being small. */
const LARGE = 1_000_000;
const DRAWS = 40;

/**
 * What is wrong with the formulas of a plug-in in the cases that real figures rarely show: without figures there is no value,
 * over zero there is none, a hidden figure hides it, and of ordinary figures there is one. A share whose part and whole a rule
 * names (`atMost`) lies between 0 and 100.
 *
 * A plug-in that is refused has problems enough: of its indicators those are checked that could be resolved.
 */
export function formulaProblems(
  plugin: IndicatorPlugin,
  others: readonly IndicatorPlugin[] = [],
): readonly PluginProblem[] {
  const { catalogue } = registerPlugins([...others, plugin]);
  const rules = catalogue.plugins.find(({ id }) => id === plugin.id)?.plausibility ?? [];
  return catalogue.indicators
    .filter((indicator) => indicator.plugin === plugin.id)
    .flatMap((indicator) =>
      problemsOf(indicator, rules).map((message) => ({
        plugin: plugin.id,
        path: `indicators.${indicator.key.slice(plugin.id.length + 1)}.formula`,
        message,
      })),
    );
}

function problemsOf({ resolved }: Indicator, rules: readonly PlausibilityRule[]): readonly string[] {
  return [
    ...withoutFigures(resolved),
    ...overZero(resolved),
    ...withHiddenFigure(resolved),
    ...withFigures(resolved),
    ...asShare(resolved, rules),
  ];
}

function withoutFigures(formula: Formula): readonly string[] {
  const outcome = evaluate(formula, () => undefined);
  return outcome.value === null ? [] : [`has the value ${outcome.value} where no figure is known`];
}

function overZero(formula: Formula): readonly string[] {
  return denominatorsOf(formula).flatMap((denominator) => {
    const zeros = new Set(measureInputsOf(denominator).map(({ key }) => key));
    if (zeros.size === 0) return [];
    const read = (key: string): Component => figure(zeros.has(key) ? 0 : LARGE);
    if (evaluate(denominator, read).value !== 0) return [];
    const { value, status } = evaluate(formula, read);
    if (value === null && status === 'NOT_APPLICABLE') return [];
    return [`is ${value ?? status} where ${[...zeros].join(' and ')} are zero: expected NOT_APPLICABLE`];
  });
}

function withHiddenFigure(formula: Formula): readonly string[] {
  const keys = new Set(measureInputsOf(formula).map(({ key }) => key));
  return [...keys].flatMap((hidden) => {
    const outcome = evaluate(formula, (key) =>
      key === hidden ? { value: null, status: 'CONFIDENTIAL', flags: 0 } : figure(LARGE),
    );
    if (outcome.value === null && !isFree(outcome.status)) return [];
    return [
      `is ${outcome.value ?? outcome.status} where ${hidden} is confidential: it would tell the hidden count`,
    ];
  });
}

/** Differences may be zero or below it for some figures, and what is divided by them has no value then: but not for all. */
function withFigures(formula: Formula): readonly string[] {
  const outcomes = [() => 1, ...drawers()].map((draw): Outcome => {
    const drawn = new Map<string, number>();
    return evaluate(formula, (key, lag, base) => {
      const id = `${key} ${lag} ${base}`;
      const value = drawn.get(id) ?? draw();
      drawn.set(id, value);
      return figure(value);
    });
  });
  if (outcomes.every(({ value }) => value === null))
    return ['has no value for any figures: look at its denominators'];
  const wrong = outcomes.find(({ value, status }) => value === null && status !== 'NOT_APPLICABLE');
  if (wrong !== undefined) return [`is ${wrong.status} where all figures are known`];
  const isAlwaysDivided = denominatorsOf(formula).every((denominator) => !mayBeZero(denominator));
  const none = outcomes.some(({ value }) => value === null);
  return none && isAlwaysDivided ? ['has no value for some figures above zero'] : [];
}

function asShare(formula: Formula, rules: readonly PlausibilityRule[]): readonly string[] {
  if (formula.op !== 'share' || formula.part.op !== 'measure' || formula.whole.op !== 'measure') return [];
  const { part, whole } = formula;
  const named = rules.find(
    ({ check }) =>
      'atMost' in check &&
      check.atMost.every((key) => key === part.key || key === whole.key) &&
      part.key !== whole.key,
  );
  if (named === undefined || !('atMost' in named.check)) return [];
  const [least] = named.check.atMost;
  const wrong = drawers().flatMap((draw) => {
    const drawn = [draw(), draw()].toSorted((one, other) => one - other);
    const { value } = evaluate(formula, (key) => figure((key === least ? drawn[0] : drawn[1]) ?? 0));
    return value !== null && value >= 0 && value <= 100 ? [] : [value];
  });
  if (wrong.length === 0) return [];
  return [
    `is ${wrong[0]} %, although ${named.key} says that ${least} is never more than the other: have part and whole changed places?`,
  ];
}

/** What a formula divides by. */
function denominatorsOf(formula: Formula): readonly Formula[] {
  const below = operandsOf(formula).flatMap(denominatorsOf);
  switch (formula.op) {
    case 'share':
      return [formula.whole, ...below];
    case 'per':
      return [formula.denominator, ...below];
    case 'divide':
      return [formula.right, ...below];
    case 'index':
      return [formula.of, ...below];
    default:
      return below;
  }
}

/** A difference of figures above zero may be zero. */
function mayBeZero(formula: Formula): boolean {
  if (formula.op === 'const') return formula.value === 0;
  return formula.op === 'subtract' || formula.op === 'change' || operandsOf(formula).some(mayBeZero);
}

function figure(value: number): Component {
  return { value, status: 'NORMAL', flags: 0 };
}

/** Numbers from 1 to a million that look drawn and are the same in every run. */
function drawers(): readonly (() => number)[] {
  return Array.from({ length: DRAWS }, (_, number) => {
    let state = (number + 1) * 2_654_435_761;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return 1 + (state % LARGE);
    };
  });
}
