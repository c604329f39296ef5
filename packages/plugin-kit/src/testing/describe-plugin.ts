import { afterAll, describe, expect, it } from 'vitest';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { formatPluginProblem, type PluginProblem } from '../registration/plugin-problem.ts';
import { abortProblems } from './abort-problems.ts';
import { accountProblems } from './account-problems.ts';
import { definitionProblems } from './definition-problems.ts';
import { districtProblems } from './district-problems.ts';
import { formulaProblems } from './formula-problems.ts';
import { goldenProblems } from './golden-problems.ts';
import { observationProblems } from './observation-problems.ts';
import { plainDataProblems } from './plain-data-problems.ts';
import type { PluginFixture } from './plugin-fixture.ts';
import { type FixtureReading, fixtureName, readFixture } from './read-fixture.ts';
import { repetitionProblems } from './repetition-problems.ts';

/** The files that a plug-in is tried on, and the plug-ins whose measures it refers to. */
export type PluginTrial = {
  readonly fixtures?: readonly PluginFixture[];
  readonly others?: readonly IndicatorPlugin[];
};

/**
 * The conformance suite of a plug-in, as tests of vitest: its definition is valid and complete, it is plain data, its formulas
 * hold in the cases that figures rarely show, and each file is read into sound observations, without a network, the same every
 * time, with nothing forgotten, into the expected values and districts. All that is wrong is told at once.
 *
 * @example
 * import { describePlugin } from '@kreisweit/plugin-kit/testing';
 * import { carePlacesPlugin } from './care-places-plugin.ts';
 *
 * const file = new URL('../fixtures/places.csv', import.meta.url);
 * describePlugin(carePlacesPlugin, {
 *   fixtures: [{ file, golden: [{ territory: '12070', measure: 'places', period: '2015', value: 2_310 }] }],
 * });
 */
export function describePlugin(
  plugin: IndicatorPlugin,
  { fixtures = [], others = [] }: PluginTrial = {},
): void {
  describe(`the plug-in ${plugin.id}`, () => {
    it('has a definition that is valid and complete', () => {
      expectNone(definitionProblems(plugin, others));
    });
    it('is plain data that nobody can change', () => {
      expectNone(plainDataProblems(plugin));
    });
    it('has formulas that hold without figures, over zero and with hidden figures', () => {
      expectNone(formulaProblems(plugin, others));
    });
    for (const fixture of fixtures) {
      describe(fixtureName(fixture), () => describeFixture(plugin, fixture, others));
    }
  });
}

function describeFixture(
  plugin: IndicatorPlugin,
  fixture: PluginFixture,
  others: readonly IndicatorPlugin[],
): void {
  let read: Promise<FixtureReading> | undefined;
  /** The file is read by the first test that needs it, and only once. */
  const reading = (): Promise<FixtureReading> => {
    read ??= readFixture(plugin, fixture);
    return read;
  };
  // A country is a large thing to keep for the tests of other files.
  afterAll(() => {
    read = undefined;
  });
  it('is read into sound observations, without a network', async () => {
    const found = await reading();
    expectNone([...found.problems, ...observationProblems(plugin, found)]);
  });
  it('leaves nothing out without a reason', async () => {
    expectNone(accountProblems(plugin, await reading()));
  });
  it('is read the same a second time', async () => {
    expectNone(await repetitionProblems(plugin, fixture, await reading()));
  });
  it('is read no further when it is told to stop', async () => {
    expectNone(await abortProblems(plugin, fixture));
  });
  if (fixture.golden !== undefined) {
    it('delivers the expected values', async () => {
      expectNone(goldenProblems(plugin, fixture, await reading()));
    });
  }
  it('adds up to its districts', async () => {
    expectNone(districtProblems(plugin, { fixture, others, reading: await reading() }));
  });
}

function expectNone(problems: readonly PluginProblem[]): void {
  expect(problems.map(formatPluginProblem)).toEqual([]);
}
