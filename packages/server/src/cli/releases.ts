import {
  type ListedRelease,
  openStore,
  type ProposedRelease,
  proposedReleases,
  publishedVersion,
  releaseList,
} from '@kreisweit/store';
import { counted } from '../count.ts';
import { databaseTargets } from '../database-target.ts';
import type { CommandResult, CommandRun } from './run-command.ts';

/** `kreisweit releases`: what was delivered, what of it was withdrawn, and what was proposed and is not published. */
export async function releases({ environment, progress }: CommandRun): Promise<CommandResult> {
  progress.step('opening the database');
  const store = await openStore(databaseTargets(environment.database).read);
  try {
    const { number: dataVersion } = await publishedVersion(store.db);
    const listed = await releaseList(store.db, dataVersion);
    const proposed = await proposedReleases(store.db);
    const text = `${releasesText(listed)}${proposed.map(proposedText).join('')}`;
    return { data: { dataVersion, releases: listed, proposed }, text };
  } finally {
    await store.close();
  }
}

function releasesText(listed: readonly ListedRelease[]): string {
  if (listed.length === 0) return 'There is no release yet: kreisweit ingest <plugin> <file> takes one in.\n';
  return listed.map(releaseText).join('');
}

function releaseText(listed: ListedRelease): string {
  const { release, input, kind, source, institute, file, cells, receivedAt, dataVersion, withdrawn } = listed;
  const marks = [...(kind === 'partial' ? ['partial'] : []), ...(listed.demo ? ['demo'] : [])];
  const lines = [
    `${release}  ${source} (${[file, ...marks].join(', ')}), ${institute}`,
    `${input}: ${periodsText(listed.periods)}, ${counted(cells, 'cell')}`,
    `received ${receivedAt} as data version ${dataVersion}`,
    ...(listed.warningCount === 0
      ? []
      : [`${counted(listed.warningCount, 'warning')}, for example: ${listed.warnings[0]?.message}`]),
    ...(withdrawn === null
      ? []
      : [`withdrawn ${withdrawn.at} as data version ${withdrawn.dataVersion}: ${withdrawn.reason}`]),
  ];
  return `${lines.join('\n   ')}\n`;
}

/** One that was published stands among the releases already. */
function proposedText(listed: ProposedRelease): string {
  const { proposed, state, source, institute, file, kind, input, proposedAt, preview, rejectedAt, reason } =
    listed;
  if (state === 'published') return '';
  const marks = kind === 'partial' ? [file, 'partial'] : [file];
  const lines = [
    `proposed ${proposed}  ${source} (${marks.join(', ')}), ${institute}`,
    `${input}: ${preview === null ? 'not checked yet' : counted(preview.cells, 'cell')}`,
    rejectedAt === null
      ? `waits for review since ${proposedAt}: kreisweit preview ${proposed}`
      : `rejected ${rejectedAt}: ${reason}`,
  ];
  return `${lines.join('\n   ')}\n`;
}

function periodsText(periods: readonly string[]): string {
  const [first = 'no period', last = first] = [periods[0], periods.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}
