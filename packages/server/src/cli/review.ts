import { previewProposed, publishProposed, rejectProposed, type Store } from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { openKreisweit } from '../open-kreisweit.ts';
import { ingestCounts } from './ingest-counts.ts';
import { previewText } from './preview-text.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';

/** What `reject` is told beside the number. */
export type RejectOptions = CommandOptions & { readonly reason?: string };

/** `kreisweit preview`: what publishing a proposed release would do now. */
export async function preview(run: CommandRun, proposed: string): Promise<CommandResult> {
  const number = numberOf(proposed);
  return onStore(run, `previewing proposed release ${number}`, async (store, options) => {
    const data = await previewProposed(store, number, options);
    return { data, text: `proposed release ${number} would do this:\n${previewText(data)}` };
  });
}

/** `kreisweit publish`: a proposed release, as a new data version. */
export async function publish(run: CommandRun, proposed: string): Promise<CommandResult> {
  const number = numberOf(proposed);
  return onStore(run, `publishing proposed release ${number}`, async (store, options) => {
    const data = await publishProposed(store, number, options);
    const head = `proposed release ${number}: published as release ${data.release}, data version ${data.version}`;
    return { data: { proposed: number, ...data }, text: `${head}\n${ingestCounts(data)}` };
  });
}

/** `kreisweit reject`: a proposed release, with the reason. */
export async function reject(
  run: CommandRun,
  proposed: string,
  { reason = '' }: RejectOptions,
): Promise<CommandResult> {
  const number = numberOf(proposed);
  if (reason.trim() === '') {
    throw new CommandError(
      `proposed release ${number} is not rejected: say why, for those who delivered it (--reason "wrong year")`,
    );
  }
  return onStore(run, `rejecting proposed release ${number}`, async (store) => {
    await rejectProposed(store, number, { reason });
    return {
      data: { proposed: number, reason: reason.trim() },
      text: `proposed release ${number}: rejected; nothing was published\n`,
    };
  });
}

async function onStore(
  { environment, log, progress, signal }: CommandRun,
  step: string,
  work: (store: Store, options: Parameters<typeof publishProposed>[2]) => Promise<CommandResult>,
): Promise<CommandResult> {
  progress.step('opening the database');
  const store = await openKreisweit(environment, log);
  try {
    progress.step(step);
    return await work(store, { signal, onProgress: progress.report });
  } finally {
    progress.step('closing the database');
    await store.close();
  }
}

function numberOf(proposed: string): number {
  if (/^[1-9]\d{0,8}$/.test(proposed)) return Number(proposed);
  throw new CommandError(
    `"${proposed}" is no number of a proposed release: expected one like 3 ("kreisweit releases" lists them)`,
  );
}
