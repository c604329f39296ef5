import { CommandError } from '../command-error.ts';
import { type Environment, readEnvironment } from '../environment.ts';
import { createLog, type Log } from '../log.ts';
import { errorData, errorText } from './error-text.ts';
import { Interrupted, interruption } from './interruption.ts';
import { type ProgressDisplay, progressDisplay } from './progress-display.ts';

/** What every command can use while it runs. */
export type CommandRun = {
  readonly environment: Environment;
  readonly log: Log;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly progress: ProgressDisplay;
  /** Prints a result at once, for a command that goes on running. */
  readonly print: (result: CommandResult) => void;
};

/** What a command found or did: as data for scripts, as text for people. `failed`: what it found is not as it should be. */
export type CommandResult = { readonly data: object; readonly text: string; readonly failed?: boolean };

/** The options that all commands share. */
export type CommandOptions = { readonly json?: boolean };

/**
 * Runs a command: results go to standard output, everything else to standard error. The exit status is 0 only when
 * the work returned a result that is not `failed`; 130 when Ctrl-C ended it; else 1, with one message.
 */
export async function runCommand(
  { json = false }: CommandOptions,
  work: (run: CommandRun) => Promise<CommandResult | null>,
): Promise<void> {
  const signal = interruption();
  const progress = progressDisplay();
  signal.addEventListener('abort', () => progress.note('stopping in order; Ctrl-C once more ends at once'));
  const print = ({ data, text }: CommandResult) => {
    progress.clear();
    process.stdout.write(json ? `${JSON.stringify(data, null, 2)}\n` : text);
  };
  let debug = false;
  try {
    const environment = readEnvironment();
    debug = environment.logLevel === 'debug';
    const log = createLog(environment.logLevel, (line) => progress.note(line.trimEnd()));
    const result = await work({ environment, log, signal, progress, print });
    if (result !== null) print(result);
    if (result?.failed === true) process.exitCode = 1;
    progress.end();
  } catch (error) {
    progress.end();
    const interrupted = signal.aborted ? signal.reason : undefined;
    process.exitCode = interrupted instanceof Interrupted ? interrupted.exitCode : 1;
    const shown =
      interrupted === undefined ? error : new CommandError('interrupted; what was unfinished was not stored');
    process.stderr.write(`kreisweit: ${errorText(shown, { debug })}\n`);
    if (json) process.stdout.write(`${JSON.stringify(errorData(shown), null, 2)}\n`);
  }
}
