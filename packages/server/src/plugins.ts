import type { Catalogue } from '@kreisweit/domain';
import { citizenshipPlugin } from '@kreisweit/plugin-citizenship';
import { earlyYearsPlugin } from '@kreisweit/plugin-early-years';
import { healthPlugin } from '@kreisweit/plugin-health';
import { housingPlugin } from '@kreisweit/plugin-housing';
import { incomePlugin } from '@kreisweit/plugin-income';
import { formatPluginProblem, type IndicatorPlugin, registerPlugins } from '@kreisweit/plugin-kit';
import { languagePlugin } from '@kreisweit/plugin-language';
import { migrationPlugin } from '@kreisweit/plugin-migration';
import { openingPlugin } from '@kreisweit/plugin-opening';
import { populationPlugin } from '@kreisweit/plugin-population';
import { protectionPlugin } from '@kreisweit/plugin-protection';
import { schoolPlugin } from '@kreisweit/plugin-school';
import { workPlugin } from '@kreisweit/plugin-work';
import { CommandError } from './command-error.ts';

/** The plug-ins that Kreisweit brings along. A new one is one more line here. */
export const builtInPlugins: readonly IndicatorPlugin[] = Object.freeze([
  populationPlugin,
  citizenshipPlugin,
  earlyYearsPlugin,
  healthPlugin,
  housingPlugin,
  incomePlugin,
  languagePlugin,
  migrationPlugin,
  openingPlugin,
  protectionPlugin,
  schoolPlugin,
  workPlugin,
]);

/**
 * What the built-in plug-ins define, resolved across them. With `previous`, an earlier catalogue, they are also held to
 * its promises. Throws when something is wrong with one of them, and lists all of it.
 */
export function builtInCatalogue(options: { readonly previous?: Catalogue } = {}): Catalogue {
  const { catalogue, problems } = registerPlugins(builtInPlugins, options);
  if (problems.length === 0) return catalogue;
  throw new CommandError(
    ['the plug-ins have problems:', ...problems.map((problem) => `  ${formatPluginProblem(problem)}`)].join(
      '\n',
    ),
  );
}
