import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import type { PluginProblem } from '../registration/plugin-problem.ts';
import { registerPlugins } from '../registration/register-plugins.ts';
import { completenessProblems } from './completeness-problems.ts';

/** A key in a message: the id of a plug-in and a name. */
const KEY = /\b([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\/[a-z][a-zA-Z0-9]*\b/g;

/**
 * Everything that is wrong with a definition: what registration refuses, and what people would miss. `others` are the
 * plug-ins whose measures it refers to.
 */
export function definitionProblems(
  plugin: IndicatorPlugin,
  others: readonly IndicatorPlugin[] = [],
): readonly PluginProblem[] {
  const given = new Set([...others, plugin].map(({ id }) => id));
  const refused = registerPlugins([...others, plugin]).problems.map((problem) => ({
    ...problem,
    message: problem.message + hintOf(problem.message, given),
  }));
  return [...refused, ...completenessProblems(plugin)];
}

/** What to do about a key of a plug-in that was not given. */
function hintOf(message: string, given: ReadonlySet<string>): string {
  const [missing] = [...message.matchAll(KEY)].map(([, id = '']) => id).filter((id) => !given.has(id));
  if (missing === undefined) return '';
  return `; if it is defined by the plug-in ${missing}, give that too: describePlugin(plugin, { others: [${variable(missing)}] })`;
}

/** `care-places` is exported as carePlacesPlugin. */
function variable(id: string): string {
  return `${id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Plugin`;
}
