import { Command } from 'commander';
import { environmentVariables } from '../environment.ts';
import { version } from '../version.ts';
import { addAccessCommands } from './add-access-commands.ts';
import { addAuditCommands } from './add-audit-commands.ts';
import { addCooperationExport } from './add-cooperation-commands.ts';
import { addImports } from './add-imports.ts';
import { addPartnerCommands } from './add-partner-commands.ts';
import type { AggregateOptions } from './aggregate.ts';
import { examples, withJson } from './command-help.ts';
import type { IngestOptions } from './ingest.ts';
import type { MigrateOptions } from './migrate.ts';
import type { RejectOptions } from './review.ts';
import { type CommandOptions, runCommand } from './run-command.ts';
import type { WithdrawOptions } from './withdraw.ts';

/**
 * The command line `kreisweit`. Each command loads its own part of the program when it is called, so that help is
 * there at once.
 */
export function program(): Command {
  const kreisweit = new Command('kreisweit')
    .description('The shared record of integration work in a rural district and its municipalities.')
    .version(version)
    .showHelpAfterError('(--help shows what can be written)')
    .addHelpText('after', environmentHelp());

  withJson(kreisweit.command('serve'))
    .summary('start the API')
    .description(
      'Starts the GraphQL API and keeps running until Ctrl-C. It brings its own database; an empty one is filled with ' +
        'demo data of three districts. What it prints at the start says where to look and what to try.',
    )
    .addHelpText(
      'after',
      examples('npx kreisweit serve', 'PORT=4001 KREISWEIT_DATA=memory npx kreisweit serve'),
    )
    .action((options: CommandOptions) =>
      runCommand(options, async (run) => (await import('./serve.ts')).serve(run)),
    );

  withJson(kreisweit.command('migrate'))
    .summary('bring the database up to date')
    .description(
      'Brings the tables of the database, and the definitions of the plug-ins in it, to the form that this version of ' +
        'Kreisweit needs. All other commands that write do so too; a deployment may want it as a step of its own. What a ' +
        'plug-in published that is not loaded now stays, until --drop takes it out.',
    )
    .addHelpText(
      'after',
      examples(
        'DATABASE_URL=postgres://kreisweit:...@db/kreisweit npx kreisweit migrate',
        'npx kreisweit migrate --drop waiting-times',
      ),
    )
    .option(
      '--drop <plugin...>',
      'take out of the catalogue what a plug-in that is not loaded published, by its id',
    )
    .action((options: MigrateOptions) =>
      runCommand(options, async (run) => (await import('./migrate.ts')).migrate(run, options)),
    );

  addImports(kreisweit);

  addCooperationExport(kreisweit);

  addPartnerCommands(kreisweit);

  withJson(kreisweit.command('ingest <plugin> <file...>'))
    .summary('take in tables of the institutes')
    .description(
      'Takes in tables as the institutes deliver them (GENESIS, Regionaldatenbank), adds them up to districts and above, ' +
        'and publishes the indicators that use them. A table is known by its own header; "kreisweit plugins" lists ' +
        'which tables each plug-in takes. A file is stored whole or not at all. With --propose it is checked and ' +
        'computed, and nothing of it is published before "kreisweit publish"; with --dry-run all of it is done and undone, to ' +
        'see what would change.',
    )
    .option('--propose', 'have the tables reviewed before they are published')
    .option('--dry-run', 'show what would change, and store nothing')
    .addHelpText(
      'after',
      examples(
        'npx kreisweit ingest population 12411-01-01-5_00.csv',
        'npx kreisweit ingest population 12411-01-01-5_00.csv --propose',
        'npx kreisweit ingest population 12411-01-01-5_00.csv --dry-run',
      ),
    )
    .action((plugin: string, files: readonly string[], options: IngestOptions) =>
      runCommand(options, async (run) => (await import('./ingest.ts')).ingest(run, plugin, files, options)),
    );

  withJson(kreisweit.command('preview <proposed>'))
    .summary('show what publishing a proposed table would change')
    .description(
      'Computes what publishing a proposed release would do now: how many published values of each indicator would be new, ' +
        'changed or gone, and the largest changes. Nothing is published.',
    )
    .addHelpText('after', examples('npx kreisweit preview 1', 'npx kreisweit preview 1 --json'))
    .action((proposed: string, options: CommandOptions) =>
      runCommand(options, async (run) => (await import('./review.ts')).preview(run, proposed)),
    );

  withJson(kreisweit.command('publish <proposed>'))
    .summary('publish a proposed table')
    .description(
      'Publishes a proposed release, by the number that "kreisweit releases" shows, as a new data version on top of what ' +
        'is published by now.',
    )
    .addHelpText('after', examples('npx kreisweit publish 1'))
    .action((proposed: string, options: CommandOptions) =>
      runCommand(options, async (run) => (await import('./review.ts')).publish(run, proposed)),
    );

  withJson(kreisweit.command('reject <proposed>'))
    .summary('reject a proposed table')
    .description(
      'Rejects a proposed release: it stays listed with the reason, and nothing of it is published. The same file can be ' +
        'proposed again.',
    )
    .option('--reason <text>', 'why, for those who delivered it')
    .addHelpText('after', examples('npx kreisweit reject 1 --reason "the year 2015 is twice in it"'))
    .action((proposed: string, options: RejectOptions) =>
      runCommand(options, async (run) => (await import('./review.ts')).reject(run, proposed, options)),
    );

  withJson(kreisweit.command('releases'))
    .summary('list what was taken in')
    .description(
      'Lists the releases: the tables that were taken in, each with its number, input, institute, periods, cells and data ' +
        'version, and when and why it was withdrawn; then those that were proposed and are not published.',
    )
    .addHelpText('after', examples('npx kreisweit releases', 'npx kreisweit releases --json'))
    .action((options: CommandOptions) =>
      runCommand(options, async (run) => (await import('./releases.ts')).releases(run)),
    );

  withJson(kreisweit.command('withdraw <release>'))
    .summary('withdraw a table that was taken in')
    .description(
      'Withdraws a release, by the number that "kreisweit releases" shows: a new data version is made as if it had never ' +
        'been taken in. What it had replaced counts again; earlier data versions keep it. The same file can be taken in ' +
        'again.',
    )
    .option('--reason <text>', 'why, for those who read the earlier figures')
    .addHelpText(
      'after',
      examples('npx kreisweit withdraw 3 --reason "the institute corrected the year 2015"'),
    )
    .action((release: string, options: WithdrawOptions) =>
      runCommand(options, async (run) => (await import('./withdraw.ts')).withdraw(run, release, options)),
    );

  withJson(kreisweit.command('aggregate'))
    .summary('check or repair what is computed from the tables')
    .description(
      'Computes all totals and published series anew from the observations and compares them with what is stored. With ' +
        '--verify nothing is written, and the exit status is 1 if anything differs; with --rebuild what differs is ' +
        'replaced, as a new data version.',
    )
    .option('--verify', 'list what differs')
    .option('--rebuild', 'repair what differs')
    .addHelpText('after', examples('npx kreisweit aggregate --verify', 'npx kreisweit aggregate --rebuild'))
    .action((options: AggregateOptions) =>
      runCommand(options, async (run) => (await import('./aggregate.ts')).aggregate(run, options)),
    );

  addAccessCommands(kreisweit);

  addAuditCommands(kreisweit);

  withJson(kreisweit.command('plugins'))
    .summary('list what can be taken in and what is published')
    .description(
      'Lists the plug-ins: the tables that each takes in and the indicators that it publishes. Those of others are named in ' +
        'kreisweit.config.json, { "plugins": ["kreisweit-plugin-waiting-times"] }, and installed beside it; what is wrong with ' +
        'one of them is listed too, and then the exit status is 1.',
    )
    .addHelpText('after', examples('npx kreisweit plugins'))
    .action((options: CommandOptions) =>
      runCommand(options, async (run) => (await import('./plugins.ts')).plugins(run)),
    );

  withJson(kreisweit.command('status'))
    .summary('show what is loaded')
    .description(
      'Shows which database is in use and what is loaded: registers, lists of changes, crosswalks, ' +
        'boundaries, releases, how many values.',
    )
    .addHelpText('after', examples('npx kreisweit status', 'npx kreisweit status --json'))
    .action((options: CommandOptions) =>
      runCommand(options, async (run) => (await import('./status.ts')).status(run)),
    );

  return kreisweit;
}

function environmentHelp(): string {
  const names = Object.entries(environmentVariables);
  const width = Math.max(...names.map(([name]) => name.length));
  return [
    '',
    'Environment variables (in brackets what holds without them):',
    ...names.map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`),
    '',
    'The embedded database is held by one process at a time: while the server runs on it, the other commands say so.',
  ].join('\n');
}
