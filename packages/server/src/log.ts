import { hideSecrets, hideSecretsOf } from './hide-secrets.ts';

/** How much the log says, from least to most. */
export const logLevels = Object.freeze(['error', 'warn', 'info', 'debug'] as const);

export type LogLevel = (typeof logLevels)[number];

/** True for the name of a level. */
export function isLogLevel(text: string): text is LogLevel {
  return (logLevels as readonly string[]).includes(text);
}

/** Where the server and the command write what happens. Details are facts a person may search for, as name=value. */
export type Log = Readonly<Record<LogLevel, (message: string, details?: LogDetails) => void>>;

export type LogDetails = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * A log of lines: time, level, message, details. `write` takes one line; by default it goes to standard error, so
 * that standard output holds results only. Tokens and passwords are hidden wherever they stand, see `hideSecrets`.
 */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log {
  const at = (own: LogLevel) => {
    if (logLevels.indexOf(own) > logLevels.indexOf(level)) return () => undefined;
    return (message: string, details: LogDetails = {}) =>
      write(`${new Date().toISOString()} ${own.padEnd(5)} ${hideSecrets(message)}${detailText(details)}\n`);
  };
  return Object.freeze({ error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') });
}

function detailText(details: LogDetails): string {
  return Object.entries(details)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${name}=${typeof value === 'string' ? JSON.stringify(hideSecretsOf(name, value)) : value}`,
    )
    .join('');
}
