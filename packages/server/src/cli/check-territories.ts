import {
  type FindingKind,
  findingKinds,
  openStore,
  publishedVersion,
  type TimelineFinding,
  timelineFindings,
} from '@kreisweit/store';
import { count, counted } from '../count.ts';
import { databaseTargets } from '../database-target.ts';
import type { CommandResult, CommandRun } from './run-command.ts';

/** `kreisweit check territories`: what does not fit together among registers, lists of changes and crosswalks. */
export async function checkTerritories({ environment, progress }: CommandRun): Promise<CommandResult> {
  progress.step('opening the database');
  const store = await openStore(databaseTargets(environment.database).read);
  try {
    progress.step('comparing registers, lists of changes and crosswalks');
    const { number: dataVersion } = await publishedVersion(store.db);
    const findings = await timelineFindings(store.db, dataVersion);
    return { data: { dataVersion, counts: countsOf(findings), findings }, text: findingsText(findings) };
  } finally {
    await store.close();
  }
}

/** What each kind of finding means, above its entries. */
const titles: Readonly<Record<FindingKind, string>> = {
  VANISHED: 'not in the next register, and nothing known says why',
  APPEARED: 'new in a register, and nothing known says what from',
  RENAMED: 'another name in the next register, and no list of changes says so',
  REDESIGNATED: 'another Textkennzeichen in the next register, and no list of changes says so',
  MOVED_ASSOCIATION: 'in another association in the next register, and no list of changes says so',
  DISSOLVED_BUT_SHOWN: 'gone by a list of changes, but shown on a later day',
  SUCCESSOR_NOT_SHOWN: 'a successor by a list of changes that no later register or crosswalk shows',
  NOT_IN_CROSSWALK: 'in a register, but not in a crosswalk of the same day',
  NOT_IN_REGISTER: 'in a crosswalk, but not in a register of the same day',
  OTHER_TARGETS: 'went elsewhere by a list of changes than by a crosswalk',
  OTHER_SHARES:
    'went by other shares of inhabitants by a list of changes than by a crosswalk (more than 1 %)',
};

const SHOWN = 20;

function findingsText(findings: readonly TimelineFinding[]): string {
  if (findings.length === 0) return 'Registers, lists of changes and crosswalks fit together.\n';
  const groups = [...Map.groupBy(findings, ({ kind }) => kind)].flatMap(([kind, group]) => [
    '',
    `${count(group.length)} ${titles[kind]}`,
    ...group.slice(0, SHOWN).map((finding) => `  ${findingText(finding)}`),
    ...(group.length > SHOWN ? [`  ... and ${count(group.length - SHOWN)} more: --json lists all`] : []),
  ]);
  const head = `${counted(findings.length, 'finding')}: nothing was changed, people decide what is right`;
  return `${[head, ...groups].join('\n')}\n`;
}

function findingText({ territoryKind, key, name, from, until, before, after }: TimelineFinding): string {
  const days = from === until ? from : `${from} to ${until}`;
  const change = before === null || after === null ? '' : `: ${before} -> ${after}`;
  return `${days}  ${territoryKind} ${key} ${name}${change}`;
}

function countsOf(findings: readonly TimelineFinding[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    findingKinds.map((kind) => [kind, findings.filter((finding) => finding.kind === kind).length]),
  );
}
