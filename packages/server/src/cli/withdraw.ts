import { type ReleaseWithdrawal, withdrawRelease } from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { count, counted } from '../count.ts';
import { openKreisweit } from '../open-kreisweit.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';

/** What the command is told beside the number of the release. */
export type WithdrawOptions = CommandOptions & { readonly reason?: string };

/** `kreisweit withdraw`: a release, as if it had never been delivered. */
export async function withdraw(
  { environment, log, progress, signal }: CommandRun,
  release: string,
  { reason = '' }: WithdrawOptions,
): Promise<CommandResult> {
  const number = numberOf(release);
  if (reason.trim() === '') {
    throw new CommandError(
      `release ${number} is not withdrawn: say why, for those who read the earlier figures (--reason "wrong year")`,
    );
  }
  progress.step('opening the database');
  const store = await openKreisweit(environment, log);
  try {
    progress.step(`withdrawing release ${number}`);
    const done = await withdrawRelease(store, number, { reason, signal, onProgress: progress.report });
    return { data: done, text: withdrawnText(done) };
  } finally {
    progress.step('closing the database');
    await store.close();
  }
}

function numberOf(release: string): number {
  if (/^[1-9]\d{0,8}$/.test(release)) return Number(release);
  throw new CommandError(
    `"${release}" is no number of a release: expected one like 3 ("kreisweit releases" lists them)`,
  );
}

function withdrawnText(done: ReleaseWithdrawal): string {
  const { release, source, file, version, changed, withdrawnAt, reason } = done;
  if (!changed) {
    const when = withdrawnAt === null ? '' : ` on ${withdrawnAt}`;
    return `release ${release}, ${source} (${file}): withdrawn already${when}, as data version ${version} (${reason}); nothing changed\n`;
  }
  const counts = [
    `${counted(done.withdrawn, 'cell')} ${done.withdrawn === 1 ? 'does' : 'do'} not count any more, ${count(done.restored)} of other releases count again`,
    `${counted(done.aggregates, 'aggregate')}, ${count(done.series)} published series`,
  ];
  return `release ${release}, ${source} (${file}): withdrawn as data version ${version}; earlier versions keep it\n  ${counts.join('\n  ')}\n`;
}
