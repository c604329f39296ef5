import type { Catalogue } from '@kreisweit/domain';
import { type IndicatorPlugin, type PluginProblem, registerPlugins } from '@kreisweit/plugin-kit';
import type { Environment } from '../environment.ts';
import { builtInCatalogue, builtInPlugins } from '../plugins.ts';
import { importPlugins, whyOtherContract } from './import-plugins.ts';
import type { PackageProblem } from './package-problem.ts';
import { readConfiguration } from './read-configuration.ts';

/** The plug-ins that can be used, built-in and named in the configuration, and what is wrong with the others. */
export type LoadedPlugins = {
  readonly plugins: readonly IndicatorPlugin[];
  /** What they define, resolved across them. */
  readonly catalogue: Catalogue;
  readonly problems: readonly PackageProblem[];
};

/** `previous` is what the catalogue of a store promised; foreign plug-ins are held to it. */
export type LoadOptions = { readonly previous?: Catalogue };

/** A plug-in of somebody else, before it is registered. */
type Foreign = { readonly package: string; readonly plugin: IndicatorPlugin };

/**
 * Loads the plug-ins that the configuration names and registers them with the built-in ones. What is wrong with one of
 * them is a problem, and it is left out together with what depends on it; the others remain. Throws when the configuration
 * itself or a built-in plug-in is wrong.
 */
export async function loadPlugins(
  { configuration }: Pick<Environment, 'configuration'>,
  { previous }: LoadOptions = {},
): Promise<LoadedPlugins> {
  const builtIn = builtInCatalogue();
  const { file, plugins: named } = readConfiguration(configuration);
  if (file === null || named.length === 0) {
    return { plugins: builtInPlugins, catalogue: builtIn, problems: [] };
  }
  const problems: PackageProblem[] = [];
  const foreign: Foreign[] = [];
  for (const { name } of named) {
    try {
      const found = await importPlugins(name, file);
      foreign.push(...found.map((plugin) => ({ package: name, plugin })));
    } catch (error) {
      problems.push({ package: name, plugin: null, path: '', message: messageOf(error) });
    }
  }
  const registered = register(foreign, problems, previous);
  return { ...registered, problems };
}

type Registered = Pick<LoadedPlugins, 'plugins' | 'catalogue'>;

function register(
  foreign: readonly Foreign[],
  problems: PackageProblem[],
  previous: Catalogue | undefined,
): Registered {
  const candidates = withoutTakenIds(foreign, problems).filter(canBeRegistered(problems));
  const registration = registerPlugins(
    [...builtInPlugins, ...candidates.map(({ plugin }) => plugin)],
    previous === undefined ? {} : { previous: promisesOf(candidates, previous) },
  );
  problems.push(...problemsOf(candidates, registration.problems));
  const used = new Set(registration.catalogue.plugins.map(({ id }) => id));
  return {
    catalogue: registration.catalogue,
    plugins: [...builtInPlugins, ...candidates.map(({ plugin }) => plugin).filter(({ id }) => used.has(id))],
  };
}

/** The part of a catalogue that these plug-ins promised; the promises of the built-in ones are held before they are released. */
function promisesOf(candidates: readonly Foreign[], previous: Catalogue): Catalogue {
  const ids = new Set(candidates.map(({ plugin }) => plugin.id));
  return {
    ...previous,
    plugins: previous.plugins.filter(({ id }) => ids.has(id)),
    measures: previous.measures.filter(({ plugin }) => ids.has(plugin)),
    indicators: previous.indicators.filter(({ plugin }) => ids.has(plugin)),
    subjects: previous.subjects.filter(({ plugin }) => ids.has(plugin)),
  };
}

/** Of two plug-ins with one id the first stays, and the built-in ones come first. */
function withoutTakenIds(foreign: readonly Foreign[], problems: PackageProblem[]): readonly Foreign[] {
  const takenBy = new Map<unknown, string>(builtInPlugins.map(({ id }) => [id, 'a built-in plug-in']));
  return foreign.filter(({ package: name, plugin: { id } }) => {
    const taken = takenBy.get(id);
    if (taken === undefined) takenBy.set(id, `one of ${name}`);
    else
      problems.push({
        package: name,
        plugin: id,
        path: 'id',
        message: `is that of ${taken}: choose another`,
      });
    return taken === undefined;
  });
}

/** What is no definition at all can make registration itself fail: it must not take the others along. */
function canBeRegistered(problems: PackageProblem[]) {
  return ({ package: name, plugin }: Foreign): boolean => {
    try {
      registerPlugins([...builtInPlugins, plugin]);
      return true;
    } catch (error) {
      problems.push({
        package: name,
        plugin: null,
        path: '',
        message: `is not understood (${messageOf(error)}): tell who made it`,
      });
      return false;
    }
  };
}

function problemsOf(
  candidates: readonly Foreign[],
  found: readonly PluginProblem[],
): readonly PackageProblem[] {
  return candidates.flatMap(({ package: name, plugin }, index): readonly PackageProblem[] => {
    // What has no id that can stand in a key is called by its place in the list.
    const names = [plugin.id, `plug-in no. ${builtInPlugins.length + index + 1}`];
    const own = found.filter((problem) => names.includes(problem.plugin));
    const otherContract = whyOtherContract(name, plugin);
    if (otherContract !== null && own.length > 0) {
      return [{ package: name, plugin: plugin.id, path: 'apiVersion', message: otherContract }];
    }
    return own.map(({ plugin: id, path, message }) => ({
      package: name,
      plugin: id === plugin.id ? id : null,
      path,
      message,
    }));
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
