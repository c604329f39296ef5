import type { Command } from 'commander';
import type { AuditOptions } from './audit.ts';
import { examples, withJson } from './command-help.ts';
import { runCommand } from './run-command.ts';
import type { TidyOptions } from './tidy.ts';

/** Adds what shows who changed what, and what forgets it in time: audit, tidy. */
export function addAuditCommands(kreisweit: Command): void {
  withJson(kreisweit.command('audit'))
    .summary('show who changed what')
    .description(
      'Shows the audit trail, newest first: who did what, by which role, in which districts, and what it was before and after. ' +
        'As text and with --json the last hundred entries; --format csv or jsonl writes all of them. Cells of the CSV that ' +
        'a spreadsheet would take for a formula have an apostrophe before them.',
    )
    .option('--district <key>', 'only what concerns this district')
    .option('--from <day>', 'only from this day on (2026-01-31, UTC)')
    .option('--until <day>', 'only up to this day, it included')
    .option('--what <what>', 'only what was done, also its beginning: release.published, token.')
    .option('--subject <subject>', 'only what was done to this: release/17, or all of a kind: token')
    .option('--format <format>', 'text, csv (commas, UTF-8) or jsonl (text)')
    .option('--out <file>', 'write to a file, with --format csv or jsonl')
    .addHelpText(
      'after',
      examples(
        'npx kreisweit audit --district 12070 --from 2026-01-01',
        'npx kreisweit audit --what token. --format csv --out tokens.csv',
      ),
    )
    .action((options: AuditOptions) =>
      runCommand(options, async (run) => (await import('./audit.ts')).audit(run, options)),
    );

  withJson(kreisweit.command('tidy'))
    .summary('forget what need not be kept any longer')
    .description(
      'Removes what is older than kreisweit.config.json says, { "retention": { "auditMonths": 60, "deliveryReceiptDays": 30, ' +
        '"accessTokenMonths": 12 } }: entries of the audit trail, answers to deliveries, and tokens and links that ended. What was ' +
        'removed is an entry of the audit trail itself. Run it once a day or once a month.',
    )
    .option('--dry-run', 'show what would be removed, and remove nothing')
    .addHelpText('after', examples('npx kreisweit tidy --dry-run', 'npx kreisweit tidy'))
    .action((options: TidyOptions) =>
      runCommand(options, async (run) => (await import('./tidy.ts')).tidy(run, options)),
    );
}
