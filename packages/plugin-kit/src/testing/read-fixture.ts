import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DeliveredObservation, formatProblem, InputProblems } from '@kreisweit/domain';
import type { IndicatorPlugin } from '../definition/plugin-definition.ts';
import { type OpenedInput, openInput } from '../input/open-input.ts';
import type { ReadingAccount } from '../input/reading-account.ts';
import type { PluginProblem } from '../registration/plugin-problem.ts';
import type { PluginFixture } from './plugin-fixture.ts';
import { withoutNetwork } from './without-network.ts';

/** A file as a plug-in read it; `problems` are those of reading it at all. Without an input none takes the file. */
export type FixtureReading = Pick<OpenedInput, 'kind' | 'level'> & {
  readonly file: string;
  readonly input: string | null;
  readonly observations: readonly DeliveredObservation[];
  readonly account: ReadingAccount | null;
  readonly problems: readonly PluginProblem[];
};

/** So many observations at once still fit everywhere; a whole country in one batch does not. */
const LARGEST_BATCH = 100_000;

/** The path of the file of a fixture. */
export function fixturePath({ file }: PluginFixture): string {
  return typeof file === 'string' ? file : fileURLToPath(file);
}

/** The name by which messages call a fixture. */
export function fixtureName(fixture: PluginFixture): string {
  return basename(fixturePath(fixture));
}

/** Reads a file as Kreisweit would, but without a network, and says what went wrong. */
export async function readFixture(plugin: IndicatorPlugin, fixture: PluginFixture): Promise<FixtureReading> {
  const path = fixturePath(fixture);
  const file = basename(path);
  const problems: PluginProblem[] = [];
  const report = (message: string): void => {
    problems.push({ plugin: plugin.id, path: file, message });
  };
  const nothing: FixtureReading = {
    file,
    input: null,
    kind: 'full',
    level: 'district',
    observations: [],
    account: null,
    problems,
  };
  if (!existsSync(path)) {
    report(`there is no file ${path}: give its path, or new URL('...', import.meta.url)`);
    return nothing;
  }
  const { result, tried } = await withoutNetwork(() => read(plugin, path, report));
  if (result === null) return nothing;
  if (fixture.input !== undefined && result.input !== fixture.input) {
    report(`is taken in by the input ${result.input}, expected ${fixture.input}`);
  }
  for (const attempt of new Set(tried)) {
    report(`reading asks the network (${attempt}): read the file that is given, and nothing else`);
  }
  return { ...nothing, ...result };
}

type Report = (message: string) => void;

async function read(plugin: IndicatorPlugin, path: string, report: Report) {
  const observations: DeliveredObservation[] = [];
  let largest = 0;
  try {
    const opened = await openInput(plugin, path);
    const { input, kind, level } = opened;
    try {
      for await (const batch of opened.batches()) {
        largest = Math.max(largest, batch.length);
        for (const observation of batch) observations.push(observation);
      }
    } catch (error) {
      reportError(error, report);
      return { input, kind, level, observations: [], account: null };
    }
    if (largest > LARGEST_BATCH) {
      report(
        `yields ${largest} observations at once: yield batches of some thousands, so that long files fit`,
      );
    }
    return { input, kind, level, observations, account: opened.account() };
  } catch (error) {
    reportError(error, report);
    return null;
  }
}

/** Problems of the file stand where they are; anything else is a mistake of the plug-in. */
function reportError(error: unknown, report: Report): void {
  if (error instanceof InputProblems) {
    for (const { file: _, ...problem } of error.problems) report(formatProblem(problem));
  } else report(`cannot be read: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}
