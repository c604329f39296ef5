import type { Command } from 'commander';

/** Gives a command the option that all commands share. */
export function withJson(command: Command): Command {
  return command.option('--json', 'print the result as JSON, for scripts');
}

/** Examples as they stand below the help of a command. */
export function examples(...lines: readonly string[]): string {
  return ['', lines.length === 1 ? 'Example:' : 'Examples:', ...lines.map((line) => `  ${line}`)].join('\n');
}
