import type { Command } from 'commander';
import type { CheckFileOptions } from './check-file.ts';
import type { CollectOptions } from './collect.ts';
import { examples, withJson } from './command-help.ts';
import { type CommandOptions, runCommand } from './run-command.ts';
import type { TemplateOptions } from './template.ts';

/** Adds what data partners use before and while they deliver: check, template, collect. */
export function addPartnerCommands(kreisweit: Command): void {
  const checks = withJson(kreisweit.command('check [file...]'))
    .summary('explain files before anything is stored')
    .description(
      'Explains files: what they are, which plug-in takes them, what was found in them (lost leading zeros, hidden rows, ' +
        'formulas, values that are not plausible), and the results for districts that they would give, to compare with ' +
        'your own. Nothing is stored, and no database is needed. The exit status is 1 if a file would be refused.',
    )
    .option('--district <key>', 'show the results of this district only')
    .option('--all', 'show all results, not only the first')
    .addHelpText(
      'after',
      examples(
        'npx kreisweit check figures.xlsx',
        'npx kreisweit check 12411-01-01-5_00.csv --district 12070',
      ),
    )
    .action((files: readonly string[], options: CheckFileOptions, command: Command) => {
      if (files.length === 0) command.help({ error: true });
      return runCommand(options, async (run) =>
        (await import('./check-file.ts')).checkFiles(run, files, options),
      );
    });

  withJson(checks.command('territories'))
    .summary('list where registers, changes and crosswalks do not fit together')
    .description(
      'Lists what does not fit together among the registers, lists of changes and crosswalks: differences between two ' +
        'registers that no known change explains, and contradictions between them. Nothing is changed; the exit status is ' +
        '0 whatever is found.',
    )
    .addHelpText(
      'after',
      examples('npx kreisweit check territories', 'npx kreisweit check territories --json'),
    )
    .action((_: CommandOptions, command: Command) =>
      // The parent has the option --json too and takes it.
      runCommand(command.optsWithGlobals(), async (run) =>
        (await import('./check-territories.ts')).checkTerritories(run),
      ),
    );

  withJson(kreisweit.command('template <plugin>'))
    .summary('write a sheet for own figures')
    .description(
      'Writes a sheet for own figures, with the keys of a district and its municipalities filled in: only the values are ' +
        'missing. As CSV, or as an Excel workbook with drop-downs and explanations in German and English.',
    )
    .requiredOption('--district <key>', 'the district, by its five digits')
    .option('--period <period...>', 'the periods to ask for (last year)')
    .option('--xlsx', 'an Excel workbook')
    .option('--per-municipality', 'one file for each territory that reports')
    .option('--input <name>', 'which own figures, where the plug-in takes several')
    .option('--out <path>', 'the file, or the folder with --per-municipality')
    .addHelpText(
      'after',
      examples(
        'npx kreisweit template opening --district 12070 --period 2025 --xlsx',
        'npx kreisweit template opening --district 12070 --per-municipality --out sheets',
      ),
    )
    .action((plugin: string, options: TemplateOptions) =>
      runCommand(options, async (run) => (await import('./template.ts')).template(run, plugin, options)),
    );

  withJson(kreisweit.command('collect <folder>'))
    .summary('take filled-in sheets back')
    .description(
      'Takes all filled-in sheets of a folder back, as one release of each plug-in, and lists what is missing of those whom ' +
        'the templates ask. A mistake in one sheet refuses all, and all mistakes are listed. What is left out withdraws ' +
        'nothing that was delivered before.',
    )
    .option('--dry-run', 'show what would change, and store nothing')
    .addHelpText('after', examples('npx kreisweit collect sheets --dry-run', 'npx kreisweit collect sheets'))
    .action((folder: string, options: CollectOptions) =>
      runCommand(options, async (run) => (await import('./collect.ts')).collect(run, folder, options)),
    );
}
