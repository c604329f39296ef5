import { type Measure, type Period, periodEnd } from '@kreisweit/domain';
import {
  type CatalogueAt,
  type Identified,
  type PluginReporting,
  type PluginReportingRequest,
  pluginReporting,
} from '@kreisweit/store';
import type { AsOf } from '../argument/as-of.ts';
import { InvalidArgument } from '../error/invalid-argument.ts';
import { knownMeasure } from '../reconciliation/known-measure.ts';
import type { Reading } from './create-loaders.ts';
import { attempt, perVersion } from './per-version.ts';

/** Everything that the field is asked. */
export type ReportingKey = {
  readonly plugin: string;
  readonly measure: string | null;
  readonly period: Period;
  /** Two digits; null for all Länder. */
  readonly state: string | null;
  readonly asOf: AsOf;
};

/** The state of the districts, with the measures that somebody delivered. */
export type Reporting = Omit<PluginReporting, 'measureIds'> & {
  readonly measures: readonly Identified<Measure>[];
};

/** Which districts have reported what, one statement a data version, in the order of the keys. */
export async function loadReporting(
  keys: readonly ReportingKey[],
  reading: Reading,
): Promise<readonly (Reporting | Error)[]> {
  return perVersion(reading, keys, async (asOf, group) => {
    const catalogue = await reading.catalogue(asOf);
    const asked = group.map((key) => attempt(() => requestOf(catalogue, key)));
    const valid = asked.filter((request): request is PluginReportingRequest => !(request instanceof Error));
    const found = await pluginReporting(reading.db, { asOf, requests: valid });
    const byRequest = new Map(valid.map((request, index) => [request, found[index]]));
    return asked.map((request) => {
      if (request instanceof Error) return request;
      const { measureIds = [], ...reporting } = byRequest.get(request) ?? {};
      return { ...NOTHING, ...reporting, measures: measuresOf(catalogue, measureIds) };
    });
  });
}

const NOTHING = { territories: [], statuses: [], reported: [], expected: [], received: [] };

function requestOf(catalogue: CatalogueAt, key: ReportingKey): PluginReportingRequest {
  const { plugin, measure, period, state } = key;
  if (!catalogue.plugins.has(plugin)) {
    const known = [...catalogue.plugins.keys()].map((id) => `'${id}'`).join(', ');
    throw new InvalidArgument('plugin', `There is no plug-in '${plugin}'. There are ${known}.`);
  }
  const own = [...catalogue.measures.values()].filter((candidate) => candidate.plugin === plugin);
  if (measure !== null && knownMeasure(catalogue, measure).plugin !== plugin) {
    throw new InvalidArgument('measure', `'${measure}' is no measure of the plug-in '${plugin}'.`);
  }
  return {
    measures: own
      .filter((candidate) => measure === null || candidate.key === measure)
      .map(({ id, rollup, reportedAt }) => ({
        id,
        byMembers: rollup !== 'none' && reportedAt !== 'district',
      })),
    period,
    day: periodEnd(period),
    state,
  };
}

function measuresOf({ measures }: CatalogueAt, ids: readonly number[]): readonly Identified<Measure>[] {
  return [...measures.values()].filter(({ id }) => ids.includes(id));
}
