import { type DistrictRow, districtTable as tableOf } from '../check/district-table.ts';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { formatPluginProblem } from '../registration/plugin-problem.ts';
import { registerPlugins } from '../registration/register-plugins.ts';
import type { PluginFixture } from './plugin-fixture.ts';
import { readFixture } from './read-fixture.ts';

/**
 * The district results that come of a file of a plug-in alone (see `DistrictRow`). `others` are the plug-ins whose measures the
 * plug-in refers to.
 *
 * Throws an Error with all problems when the plug-in is refused or the file cannot be read, InputProblems when a territory has
 * two figures for a cell.
 *
 * @example
 * const table = await districtTable(carePlacesPlugin, { file: new URL('../fixtures/places.csv', import.meta.url) });
 */
export async function districtTable(
  plugin: IndicatorPlugin,
  fixture: PluginFixture,
  { others = [] }: { readonly others?: readonly IndicatorPlugin[] } = {},
): Promise<readonly DistrictRow[]> {
  const { catalogue, problems } = registerPlugins([...others, plugin]);
  const { input, kind, observations, problems: unread } = await readFixture(plugin, fixture);
  const all = [...problems, ...unread];
  if (all.length > 0 || input === null) throw new Error(all.map(formatPluginProblem).join('\n'));
  return tableOf({ plugin: plugin.id, input, kind, observations }, catalogue);
}
