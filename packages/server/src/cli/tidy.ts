import { actingOperator } from '@kreisweit/domain';
import { type AppliedRetention, applyRetention, openStore } from '@kreisweit/store';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { counted } from '../count.ts';
import { databaseTargets } from '../database-target.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';

/** What the command is told. */
export type TidyOptions = CommandOptions & { readonly dryRun?: boolean };

/** `kreisweit tidy`: forgets what is older than the retention of the configuration says. */
export async function tidy(
  { environment, progress }: CommandRun,
  { dryRun = false }: TidyOptions,
): Promise<CommandResult> {
  const { retention } = readConfiguration(environment.configuration);
  progress.step('opening the database');
  const store = await openStore(databaseTargets(environment.database).write);
  try {
    progress.step('looking for what is old');
    const applied = await applyRetention(store, actingOperator, retention, { now: new Date(), dryRun });
    return { data: { dryRun, retention, ...applied }, text: tidyText(applied, dryRun) };
  } finally {
    progress.step('closing the database');
    await store.close();
  }
}

function tidyText({ removed, before }: AppliedRetention, dryRun: boolean): string {
  const lines = [
    `${counted(removed.auditEntries, 'entry', 'entries')} of the audit trail from before ${before.auditEntries}`,
    `${counted(removed.deliveryReceipts, 'receipt')} of deliveries from before ${before.deliveryReceipts}`,
    `${counted(removed.accessTokens, 'token or link', 'tokens and links')} that ended before ${before.accessTokens}`,
  ];
  return `${dryRun ? 'would remove' : 'removed'}\n  ${lines.join('\n  ')}\n`;
}
