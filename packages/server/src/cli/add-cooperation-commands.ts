import type { CooperationKind } from '@kreisweit/store';
import type { Command } from 'commander';
import { examples, withJson } from './command-help.ts';
import type { ExportOptions } from './export-cooperation.ts';
import type { ImportCooperationOptions } from './import-cooperation.ts';
import { runCommand } from './run-command.ts';

/** What records each kind are, for the list of commands. The formats themselves are loaded when their help is asked for. */
const KINDS: Readonly<Record<CooperationKind, string>> = {
  actors: 'the directory of actors',
  tasks: 'the tasks that districts add to the catalogue',
  overrides: 'how tasks of the catalogue are in a district',
  assignments: 'who does what where',
  decisions: 'joint decisions with all that happened to them',
  positions: 'positions of parties of open decisions, on their behalf',
  bodies: 'the bodies of cooperation',
  members: 'who sits in which body',
  meetings: 'the meetings of bodies',
  concept: 'the common concept',
  trainings: 'trainings',
  deadlines: 'until when figures are to be delivered',
};

const kinds = Object.keys(KINDS) as readonly CooperationKind[];

/** Adds `kreisweit import actors` and the like for all kinds of records of the cooperation. `imports` is the command `import`. */
export function addCooperationImports(imports: Command): void {
  for (const kind of kinds) {
    withJson(imports.command(`${kind} <file...>`))
      .summary(`import ${KINDS[kind]}`)
      .description(
        `Imports ${KINDS[kind]}, from JSON, CSV or an Excel workbook, as "kreisweit export ${kind}" writes them. All files or ` +
          'none: everything that is wrong is listed by line and column, and then nothing is stored. Records are known by their ' +
          'keys: new ones are added, those that are different changed, those that the file does not name stay. A column that is left out keeps what is ' +
          'stored; an empty cell clears it. Importing a file again changes nothing. It is one entry of the audit trail.',
      )
      .option('--dry-run', 'show what would change, field by field, and store nothing')
      .addHelpText(
        'after',
        examples(
          `npx kreisweit import ${kind} ${kind}.xlsx --dry-run`,
          `npx kreisweit import ${kind} ${kind}.csv`,
        ),
      )
      .action((files: readonly string[], options: ImportCooperationOptions) =>
        runCommand(options, async (run) =>
          (await import('./import-cooperation.ts')).importCooperationFiles(run, kind, files, options),
        ),
      );
  }
  imports.hook('preSubcommand', async (_, command) => {
    const kind = kinds.find((known) => known === command.name());
    if (kind === undefined) return;
    const { formatHelp } = await import('../cooperation-files/format-help.ts');
    command.addHelpText('after', formatHelp(kind));
  });
}

/** Adds `kreisweit export`. */
export function addCooperationExport(kreisweit: Command): void {
  withJson(kreisweit.command('export <kind>'))
    .summary('export records of the cooperation of a district')
    .description(
      'Exports all records of one kind of a district, as JSON, CSV or an Excel workbook, as "kreisweit import" takes them. It acts as whoever ' +
        'has the database: drafts, and who took part in meetings, are exported too, which the API shows only to those who take part. Keep such files ' +
        'as you would keep minutes. A file is readable for its owner only, and never takes the place of another.',
    )
    .requiredOption('--district <key>', 'the district, by its five digits')
    .option('--format <format>', 'json, csv or xlsx (that of the name of the file; without one, json)')
    .option('--out <file>', 'write to a file; an Excel workbook needs one')
    .addHelpText(
      'after',
      [
        '',
        'Kinds:',
        ...kinds.map((kind) => `  ${kind.padEnd(12)} ${KINDS[kind]}`),
        '',
        '"kreisweit import <kind> --help" tells their columns.',
        examples(
          'npx kreisweit export actors --district 12070 --out actors.xlsx',
          'npx kreisweit export assignments --district 12070 --format csv',
        ),
      ].join('\n'),
    )
    .action((kind: string, options: ExportOptions) =>
      runCommand(options, async (run) =>
        (await import('./export-cooperation.ts')).exportCooperationFile(run, kind, options),
      ),
    );
}
