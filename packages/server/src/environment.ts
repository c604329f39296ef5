import { join, resolve } from 'node:path';
import { formatProblem, nearestNames, type Problem } from '@kreisweit/domain';
import { CONFIGURATION_FILE, type ConfigurationChoice } from './configuration/configuration.ts';
import { currentFolder } from './current-folder.ts';
import { isLogLevel, type LogLevel, logLevels } from './log.ts';
import { repositoryRoot } from './repository-root.ts';

/** Where the data live: a folder of the embedded database, the memory of this process, or a PostgreSQL server. */
export type DatabaseChoice =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'memory' }
  | { readonly kind: 'server'; readonly url: string; readonly directUrl: string };

/** What the environment variables say, checked. */
export type Environment = {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseChoice;
  /** False when a store that is empty is to stay empty. */
  readonly demo: boolean;
  /** Web sites whose pages may read the API from a browser. Pages of the own machine always may. */
  readonly origins: readonly string[];
  readonly logLevel: LogLevel;
  /** Where the plug-ins of others are named. */
  readonly configuration: ConfigurationChoice;
};

/** The variables that Kreisweit reads, for people: the help prints this list. */
export const environmentVariables = Object.freeze({
  PORT: 'port of the API (4000; 0 takes any free one)',
  HOST: 'address to listen on (localhost; 0.0.0.0 answers other machines too)',
  DATABASE_URL: 'a PostgreSQL server, postgres://user:password@host/database (absent: the embedded database)',
  DATABASE_DIRECT_URL: 'the same server without the pooler between, for writing (DATABASE_URL)',
  KREISWEIT_DATA: 'folder of the embedded database (.kreisweit in the Kreisweit folder), or "memory"',
  KREISWEIT_CONFIG: `file that names plug-ins of others (${CONFIGURATION_FILE} in the current or the Kreisweit folder)`,
  KREISWEIT_DEMO: '"off" loads no demo data into an empty database',
  KREISWEIT_ORIGINS:
    'other web sites whose pages may ask the API: https://a.example,https://b.example, or * (none)',
  KREISWEIT_LOG: `how much the log says: ${logLevels.join(', ')} (info)`,
});

type Variables = Readonly<Record<string, string | undefined>>;
type Reader = (name: keyof typeof environmentVariables) => string | undefined;

/** Environment variables that cannot be used. All of them are listed in the message, each with what to write. */
export class EnvironmentProblems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`environment: ${count}`, ...problems.map((problem) => `  ${formatProblem(problem)}`)].join('\n'));
    this.name = 'EnvironmentProblems';
    this.problems = Object.freeze([...problems]);
  }
}

/**
 * Reads the environment. A variable that is set to nothing counts as absent; a relative KREISWEIT_DATA or
 * KREISWEIT_CONFIG is relative to the user's folder. Throws EnvironmentProblems with all that is wrong.
 */
export function readEnvironment(
  variables: Variables = process.env,
  folders = { root: repositoryRoot(), current: currentFolder() },
): Environment {
  const problems: Problem[] = unknownNames(variables);
  const refuse = (field: string, message: string) => void problems.push({ field, message });
  const read: Reader = (name) => variables[name]?.trim() || undefined;

  const environment: Environment = {
    port: readPort(read('PORT'), refuse),
    host: read('HOST') ?? 'localhost',
    database: readDatabase(read, folders, refuse),
    demo: readDemo(read('KREISWEIT_DEMO'), refuse),
    origins: readOrigins(read('KREISWEIT_ORIGINS'), refuse),
    logLevel: readLogLevel(read('KREISWEIT_LOG'), refuse),
    configuration: readChoice(read('KREISWEIT_CONFIG'), folders),
  };
  if (problems.length > 0) throw new EnvironmentProblems(problems);
  return Object.freeze(environment);
}

type Refuse = (field: string, message: string) => void;

function unknownNames(variables: Variables): Problem[] {
  const known = Object.keys(environmentVariables);
  return Object.keys(variables)
    .filter((name) => name.startsWith('KREISWEIT_') && !known.includes(name))
    .map((name) => {
      const [meant] = nearestNames(name, known);
      const hint = meant === undefined ? 'remove it' : `write ${meant}`;
      return { field: name, message: `Kreisweit knows no such variable; ${hint}` };
    });
}

function readPort(text: string | undefined, refuse: Refuse): number {
  const port = Number(text ?? 4000);
  if (/^\d{1,5}$/.test(text ?? '4000') && port < 65_536) return port;
  refuse('PORT', `"${text}" is no port; write a whole number from 0 to 65535, for example 4000`);
  return 0;
}

function readDatabase(
  read: Reader,
  folders: { root: string; current: string },
  refuse: Refuse,
): DatabaseChoice {
  const url = read('DATABASE_URL');
  const directUrl = read('DATABASE_DIRECT_URL');
  if (url !== undefined) checkUrl('DATABASE_URL', url, refuse);
  if (directUrl !== undefined) checkUrl('DATABASE_DIRECT_URL', directUrl, refuse);
  if (url !== undefined) return { kind: 'server', url, directUrl: directUrl ?? url };
  if (directUrl !== undefined) {
    refuse('DATABASE_DIRECT_URL', 'it needs DATABASE_URL beside it; write both, or only DATABASE_URL');
  }
  const folder = read('KREISWEIT_DATA');
  if (folder === 'memory') return { kind: 'memory' };
  return {
    kind: 'folder',
    folder: folder === undefined ? join(folders.root, '.kreisweit') : resolve(folders.current, folder),
  };
}

/** The text is not repeated in the message: it may hold a password. */
function checkUrl(name: string, text: string, refuse: Refuse): void {
  const url = URL.parse(text);
  const usable = url !== null && ['postgres:', 'postgresql:'].includes(url.protocol);
  if (!usable) refuse(name, 'no address of a PostgreSQL; write postgres://user:password@host:5432/database');
}

/** The usual places are those of the user and, as for the data, of Kreisweit itself, wherever it is called from. */
function readChoice(
  file: string | undefined,
  { root, current }: { root: string; current: string },
): ConfigurationChoice {
  if (file !== undefined) return { kind: 'named', file: resolve(current, file) };
  return {
    kind: 'usual',
    files: [...new Set([current, root])].map((folder) => join(folder, CONFIGURATION_FILE)),
  };
}

function readDemo(text: string | undefined, refuse: Refuse): boolean {
  if (text === undefined || text === 'on' || text === 'off') return text !== 'off';
  refuse(
    'KREISWEIT_DEMO',
    `"${text}" is not understood; write off (no demo data), or leave the variable out`,
  );
  return false;
}

function readOrigins(text: string | undefined, refuse: Refuse): readonly string[] {
  const origins = (text ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  for (const origin of origins) {
    const usable = origin === '*' || URL.parse(origin)?.origin === origin;
    if (!usable)
      refuse('KREISWEIT_ORIGINS', `"${origin}" is no web site; write https://name.example without a path`);
  }
  return origins;
}

function readLogLevel(text: string | undefined, refuse: Refuse): LogLevel {
  if (text === undefined) return 'info';
  if (isLogLevel(text)) return text;
  const [meant] = nearestNames(text, logLevels);
  const hint = meant === undefined ? `one of ${logLevels.join(', ')}` : meant;
  refuse('KREISWEIT_LOG', `"${text}" is no level of the log; write ${hint}`);
  return 'info';
}
