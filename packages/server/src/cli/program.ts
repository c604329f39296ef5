import { Command } from 'commander';
import { environmentVariables } from '../environment.ts';
import { version } from '../version.ts';
import type { AggregateOptions } from './aggregate.ts';
import type { BoundaryCommandOptions } from './import-boundaries.ts';
import type { ChangesCommandOptions } from './import-changes.ts';
import type { IngestOptions } from './ingest.ts';
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
        'Kreisweit needs. All other commands do so too; a deployment may want it as a step of its own.',
    )
    .addHelpText(
      'after',
      examples('DATABASE_URL=postgres://kreisweit:...@db/kreisweit npx kreisweit migrate'),
    )
    .action((options: CommandOptions) =>
      runCommand(options, async (run) => (await import('./migrate.ts')).migrate(run)),
    );

  const imports = kreisweit
    .command('import')
    .summary('import what the figures stand on: registers, changes, boundaries, groups')
    .description('Imports what the figures stand on.');
  withJson(imports.command('register <file...>'))
    .summary('import editions of the municipality register')
    .description(
      'Imports editions of the official municipality register (GV-ISys of Destatis): which districts, associations and ' +
        'municipalities there are, how many live there, and what belongs to what. Takes the sheet "Auszug GV" (.xlsx) ' +
        'and the file GV100AD (.txt). The first import withdraws the demo data.',
    )
    .addHelpText('after', examples('npx kreisweit import register GV100AD_301123.txt'))
    .action((files: readonly string[], options: CommandOptions) =>
      runCommand(options, async (run) => (await import('./import-register.ts')).importRegisters(run, files)),
    );
  withJson(imports.command('changes <file...>'))
    .summary('import official lists of territorial changes')
    .description(
      'Imports official lists of territorial changes (Gebietsänderungen, Namens-, Grenz- und Schlüsseländerungen of ' +
        'Destatis), as .csv or .xlsx: which territories were dissolved, gave a part away, or got another key or name, on ' +
        'which day, and how many people live in each piece. A list of the same years replaces the one before.',
    )
    .option('--smaller', SMALLER)
    .addHelpText('after', examples('npx kreisweit import changes namens-grenz-aenderungen-2023.xlsx'))
    .action((files: readonly string[], options: ChangesCommandOptions) =>
      runCommand(options, async (run) =>
        (await import('./import-changes.ts')).importChangeLists(run, files, options),
      ),
    );
  withJson(imports.command('crosswalk <file...>'))
    .summary('import crosswalks between the boundaries of years')
    .description(
      'Imports crosswalks of the BBSR (Umsteigeschlüssel), as .csv or .csv.gz: which part of the inhabitants, the area ' +
        'and the employees of each municipality or district of earlier years lies in which one of a later day. Takes the ' +
        'files of many years (xm20, xd20) and those from one year to the next. One of the same days replaces the one before.',
    )
    .option('--smaller', SMALLER)
    .addHelpText('after', examples('npx kreisweit import crosswalk bbsr_gemeinden_2021_to_2022.csv'))
    .action((files: readonly string[], options: ChangesCommandOptions) =>
      runCommand(options, async (run) =>
        (await import('./import-crosswalk.ts')).importCrosswalks(run, files, options),
      ),
    );
  withJson(imports.command('boundaries <file...>'))
    .summary('import boundaries for maps and neighbours')
    .description(
      'Imports boundaries of states, regions, districts, associations or municipalities, as TopoJSON or GeoJSON in ' +
        'longitude and latitude; each territory has its AGS or ARS as id or property. They are served at ' +
        '/boundaries/districts.topojson (.geojson) and tell which territories are neighbours. The register of their time ' +
        'must be there. Day, source and licence may stand in the file instead (validOn, source, licence).',
    )
    .option('--on <day>', 'the day whose boundaries these are, 2021-12-31')
    .option('--source <text>', 'who is to be named where they are shown')
    .option('--licence <text>', 'the licence of the source')
    .option(
      '--detail <points>',
      'about how many points to keep at most (50000, or 20 a territory); a smaller file is kept as it is',
    )
    .option('--smaller', SMALLER)
    .addHelpText(
      'after',
      examples(
        "npx kreisweit import boundaries districts.geojson --on 2021-12-31 --source '© GeoBasis-DE / BKG 2021' --licence dl-de/by-2-0",
      ),
    )
    .action((files: readonly string[], options: BoundaryCommandOptions) =>
      runCommand(options, async (run) =>
        (await import('./import-boundaries.ts')).importBoundaryFiles(run, files, options),
      ),
    );

  withJson(imports.command('groups <file...>'))
    .summary('import free groups of districts and municipalities')
    .description(
      'Imports free groups of territories, like planning regions, job-centre districts or partner districts, from JSON: ' +
        'each has a key, a title in German and English, a category (PLANNING_REGION, JOB_CENTRE_DISTRICT, PARTNERSHIP, ' +
        'OTHER), the source that declares it, and members: keys of districts or municipalities with the day from which, ' +
        'and perhaps until which, they belong to it. A file is the whole truth of its sources: groups that one of them ' +
        'declared before and does not hold here are withdrawn; earlier data versions keep them. The register must be there.',
    )
    .addHelpText('after', `${examples('npx kreisweit import groups regions.json')}\n\n${GROUPS_EXAMPLE}`)
    .action((files: readonly string[], options: CommandOptions) =>
      runCommand(options, async (run) => (await import('./import-groups.ts')).importGroupFiles(run, files)),
    );

  withJson(imports.command('agreements <file...>'))
    .summary('import which statistic a district uses for what')
    .description(
      'Imports agreements of districts from JSON: where several statistics report the same subject, which of its measures ' +
        'a district uses for which purpose (in German and English), since when, and who decided it. All of them stay ' +
        'visible side by side. A file is the whole truth of its source: what that declared before and does not hold here ' +
        'is withdrawn; earlier data versions keep it. The register must be there.',
    )
    .addHelpText(
      'after',
      `${examples('npx kreisweit import agreements agreements.json')}\n\n${AGREEMENTS_EXAMPLE}`,
    )
    .action((files: readonly string[], options: CommandOptions) =>
      runCommand(options, async (run) =>
        (await import('./import-agreements.ts')).importAgreementFiles(run, files),
      ),
    );

  const checks = kreisweit
    .command('check')
    .summary('check what is loaded')
    .description('Checks what is loaded. Nothing is changed.');
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
    .action((options: CommandOptions) =>
      runCommand(options, async (run) => (await import('./check-territories.ts')).checkTerritories(run)),
    );

  withJson(kreisweit.command('ingest <plugin> <file...>'))
    .summary('take in tables of the institutes')
    .description(
      'Takes in tables as the institutes deliver them (GENESIS, Regionaldatenbank), adds them up to districts and above, ' +
        'and publishes the indicators that use them. A table is known by its own header; "kreisweit plugins" lists ' +
        'which tables each plug-in takes. A file is stored whole or not at all. With --propose it is checked and ' +
        'computed, and nothing of it is published before "kreisweit publish".',
    )
    .option('--propose', 'have the tables reviewed before they are published')
    .addHelpText(
      'after',
      examples(
        'npx kreisweit ingest population 12411-01-01-5_00.csv',
        'npx kreisweit ingest population 12411-01-01-5_00.csv --propose',
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

  withJson(kreisweit.command('plugins'))
    .summary('list what can be taken in and what is published')
    .description('Lists the plug-ins: the tables that each takes in and the indicators that it publishes.')
    .addHelpText('after', examples('npx kreisweit plugins'))
    .action((options: CommandOptions) =>
      runCommand(options, async () => (await import('./plugins.ts')).plugins()),
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

const SMALLER = 'take a file although it looks cut off: it holds less than nine tenths of what it replaces';

const GROUPS_EXAMPLE = `Such a file:
  { "source": "Regionalverband Harz", "groups": [ {
    "key": "harz-plus", "category": "PLANNING_REGION", "title": { "de": "Harz plus", "en": "Harz and around" },
    "members": [ { "key": "03153", "from": "2013-01-01" },
                 { "key": "03155011", "from": "2013-01-01", "until": "2019-12-31" } ]
  } ] }`;

const AGREEMENTS_EXAMPLE = `Such a file:
  { "source": "Landkreis Goslar", "agreements": [ {
    "district": "03153", "subject": "population/foreigners", "measure": "population/censusForeigners",
    "purpose": { "de": "Bericht an den Kreistag", "en": "Report to the district council" },
    "since": "2023-01-01", "decidedBy": "Kreistag, Beschluss 12/2023"
  } ] }`;

function withJson(command: Command): Command {
  return command.option('--json', 'print the result as JSON, for scripts');
}

function examples(...lines: readonly string[]): string {
  return ['', lines.length === 1 ? 'Example:' : 'Examples:', ...lines.map((line) => `  ${line}`)].join('\n');
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
