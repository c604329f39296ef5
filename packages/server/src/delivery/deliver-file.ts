import { basename, dirname, sep } from 'node:path';
import { type DeliveredObservation, InputProblems, type Problem } from '@kreisweit/domain';
import { type Finding, type IndicatorPlugin, type OpenedInput, openInput } from '@kreisweit/plugin-kit';
import type { ActingStore, Delivery } from '@kreisweit/store';
import { count } from '../count.ts';
import { releaseOf } from './release-of.ts';

/** What is delivered: a file that lies in a folder of its own under its name, and how many values it may hold. */
export type FileToDeliver = {
  readonly plugin: IndicatorPlugin;
  readonly path: string;
  readonly checksum: string;
  readonly mostValues: number;
};

/** What was delivered, as the one who delivers it is told: see `Delivery`. `account` is null where the rows were not read. */
export type ReleaseAnswer = Delivery & {
  readonly input: string;
  readonly file: string;
  readonly table: string;
  readonly account: ReturnType<OpenedInput['account']> | null;
  /** What a person should know of the file and did not hinder it, the first of them. */
  readonly notices: readonly Notice[];
};

type Notice = Pick<Finding, 'message' | 'line' | 'column'>;

const MOST_NOTICES = 1_000;

/**
 * Opens a file as the commands do and delivers it on behalf of somebody. Throws what `deliver` throws; problems name the file by its
 * name and never say where it lies.
 */
export async function deliverFile(
  store: Pick<ActingStore, 'deliver'>,
  { plugin, path, checksum, mostValues }: FileToDeliver,
): Promise<ReleaseAnswer> {
  const file = basename(path);
  const warned = new Set<string>();
  const log = {
    info: () => undefined,
    warn: (message: string) => void warned.add(withoutFolder(message, path)),
  };
  const openings: OpenedInput[] = [];
  const open = async () => {
    const opened = await openInput(plugin, path, { log });
    openings.push(opened);
    const release = releaseOf(opened, file, checksum);
    return { ...release, batches: limited(release.batches, { file, mostValues }) };
  };
  try {
    const delivery = await store.deliver(open);
    const opened = openings.at(-1);
    if (opened === undefined) throw new Error(`${file} was delivered without being opened`);
    return {
      ...delivery,
      input: `${opened.plugin}/${opened.input}`,
      file,
      table: opened.table,
      account: delivery.state === 'UNCHANGED' ? null : opened.account(),
      notices: noticesOf([...warned], opened.findings(), path),
    };
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    throw new InputProblems(
      `${file} is refused`,
      error.problems.map((problem) => withoutFolders(problem, path)),
    );
  }
}

async function* limited(
  batches: AsyncIterable<readonly DeliveredObservation[]>,
  { file, mostValues }: { readonly file: string; readonly mostValues: number },
): AsyncGenerator<readonly DeliveredObservation[]> {
  let values = 0;
  for await (const batch of batches) {
    values += batch.length;
    if (values > mostValues) {
      const message = `holds more than ${count(mostValues)} values: deliver it in parts, such as a file for each period`;
      throw new InputProblems(`${file} is refused`, [{ file, message }]);
    }
    yield batch;
  }
}

function noticesOf(warned: readonly string[], findings: readonly Finding[], path: string): readonly Notice[] {
  const found = findings.map(({ message, line, column }) => ({
    message: withoutFolder(message, path),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }));
  return [...warned.map((message) => ({ message })), ...found].slice(0, MOST_NOTICES);
}

function withoutFolders(problem: Problem, path: string): Problem {
  const { file, message } = problem;
  return {
    ...problem,
    message: withoutFolder(message, path),
    ...(file === undefined ? {} : { file: withoutFolder(file, path) }),
  };
}

function withoutFolder(text: string, path: string): string {
  return text.replaceAll(`${dirname(path)}${sep}`, '');
}
