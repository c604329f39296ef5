import { readFileSync } from 'node:fs';
import { formatProblem, nearestNames, type Problem } from '@kreisweit/domain';
import type { Configuration, ConfigurationChoice, NamedPackage } from './configuration.ts';
import { JsonSyntaxError, type LocatedJson, locatedJson } from './located-json.ts';

const EXAMPLE = '{ "plugins": ["kreisweit-plugin-waiting-times"] }';
const FIELDS = ['plugins'];
/** As the npm registry takes it; no path, no address. */
const PACKAGE_NAME = /^(?:@[a-z0-9-][a-z0-9-._]*\/)?[a-z0-9-][a-z0-9-._]*$/;

/** A configuration that cannot be used. All that is wrong is listed in the message, each with its place. */
export class ConfigurationProblems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(
      [`configuration: ${count}`, ...problems.map((problem) => `  ${formatProblem(problem)}`)].join('\n'),
    );
    this.name = 'ConfigurationProblems';
    this.problems = Object.freeze([...problems]);
  }
}

/**
 * Reads the configuration: `{ "plugins": ["kreisweit-plugin-waiting-times"] }`. Where none of the usual files is there,
 * nothing is configured. Throws ConfigurationProblems with all that is wrong.
 */
export function readConfiguration(choice: ConfigurationChoice): Configuration {
  const files = choice.kind === 'named' ? [choice.file] : choice.files;
  for (const file of files) {
    const text = textOf(file);
    if (text !== null) return Object.freeze({ file, plugins: Object.freeze(pluginsOf(file, text)) });
  }
  if (choice.kind === 'usual') return Object.freeze({ file: null, plugins: [] });
  const message = `there is no such file: write one such as ${EXAMPLE}, or leave KREISWEIT_CONFIG out`;
  throw new ConfigurationProblems([{ file: choice.file, message }]);
}

function textOf(file: string): string | null {
  try {
    // Windows editors put a mark before the text.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return null;
    throw new ConfigurationProblems([{ file, message: `cannot be read (${code ?? error})` }]);
  }
}

function pluginsOf(file: string, text: string): readonly NamedPackage[] {
  const { value, placeOf } = parsed(file, text);
  const problems: Problem[] = [];
  const refuse = (path: readonly (string | number)[], field: string, message: string): void => {
    problems.push({ file, ...placeOf(path), field, message });
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigurationProblems([{ file, ...placeOf([]), message: `is no object: write ${EXAMPLE}` }]);
  }
  for (const name of Object.keys(value).filter((name) => !FIELDS.includes(name))) {
    const [meant] = nearestNames(name, FIELDS);
    refuse([name], name, `there is no such field: ${meant === undefined ? 'remove it' : `write "${meant}"`}`);
  }
  const given: unknown = 'plugins' in value ? value.plugins : [];
  if (!Array.isArray(given)) {
    const message = 'is no list: write the names of packages, as in ["kreisweit-plugin-waiting-times"]';
    refuse(['plugins'], 'plugins', message);
  }
  const listed: readonly unknown[] = Array.isArray(given) ? given : [];
  const plugins = listed.map((name, index) => {
    const path = ['plugins', index];
    if (typeof name !== 'string' || !PACKAGE_NAME.test(name)) {
      const message = `${JSON.stringify(name)} is no name of a package: write one such as "kreisweit-plugin-waiting-times"`;
      refuse(path, `plugins[${index}]`, message);
    } else if (listed.indexOf(name) < index) {
      refuse(path, `plugins[${index}]`, `"${name}" is named before: write it once`);
    }
    return { name: String(name), place: placeOf(path) };
  });
  if (problems.length > 0) throw new ConfigurationProblems(problems);
  return plugins;
}

function parsed(file: string, text: string): LocatedJson {
  try {
    return locatedJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw new ConfigurationProblems([{ file, ...error.place, message: `is no JSON: ${error.message}` }]);
  }
}
