import { readFileSync } from 'node:fs';
import { formatProblem, type Problem } from '@kreisweit/domain';
import { readAccess } from '../access/read-access.ts';
import { readLimits } from '../limits/read-limits.ts';
import { readRetention } from '../retention/read-retention.ts';
import type { Configuration, ConfigurationChoice } from './configuration.ts';
import { JsonSyntaxError, type LocatedJson, locatedJson } from './located-json.ts';
import { readPluginsSection } from './read-plugins-section.ts';
import { refuseUnknownFields } from './refuse-unknown-fields.ts';
import type { Refuse, SectionReader } from './section-reader.ts';

const EXAMPLE = '{ "plugins": ["kreisweit-plugin-waiting-times"] }';
const FIELDS = ['plugins', 'access', 'limits', 'retention'];

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
 * Reads the configuration: `{ "plugins": ["kreisweit-plugin-waiting-times"] }`, each section by its own reader. Where none of the
 * usual files is there, nothing is configured. Throws ConfigurationProblems with all that is wrong in all of the sections.
 */
export function readConfiguration(choice: ConfigurationChoice): Configuration {
  const files = choice.kind === 'named' ? [choice.file] : choice.files;
  for (const file of files) {
    const text = textOf(file);
    if (text !== null) return configurationIn(file, text);
  }
  if (choice.kind === 'usual') return configurationIn(null, '{}');
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

function configurationIn(file: string | null, text: string): Configuration {
  const { value, placeOf } = parsed(file ?? '', text);
  const problems: Problem[] = [];
  const refuse: Refuse = (path, message) => {
    const place = placeOf(pathThatIsThere(value, path));
    problems.push({ file: file ?? undefined, ...place, field: fieldAt(path), message });
  };
  if (!isObject(value)) {
    refuse([], `is no object: write ${EXAMPLE}`);
    throw new ConfigurationProblems(problems);
  }
  refuseUnknownFields(value, { fields: FIELDS }, refuse);
  const section = <Section>(name: string, read: SectionReader<Section>): Section =>
    read(value[name], (path, message) => refuse([name, ...path], message));
  const names = section('plugins', readPluginsSection);
  const access = section('access', readAccess);
  const limits = section('limits', readLimits);
  const retention = section('retention', readRetention);
  if (problems.length > 0) throw new ConfigurationProblems(problems);
  const plugins = names.map((name, index) => ({ name, place: placeOf(['plugins', index]) }));
  return Object.freeze({ file, plugins: Object.freeze(plugins), access, limits, retention });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The longest part of a path that leads to a value: what is missing has no place of its own. */
function pathThatIsThere(value: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return [];
  return Object.hasOwn(value, first) ? [first, ...pathThatIsThere(Reflect.get(value, first), rest)] : [];
}

/** `['access', 'issuers', 0, 'audience']` as people write it: `access.issuers[0].audience`. */
function fieldAt(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}

function parsed(file: string, text: string): LocatedJson {
  try {
    return locatedJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw new ConfigurationProblems([{ file, ...error.place, message: `is no JSON: ${error.message}` }]);
  }
}
