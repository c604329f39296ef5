import type { Command } from 'commander';
import { addCooperationImports } from './add-cooperation-commands.ts';
import { examples, withJson } from './command-help.ts';
import type { BoundaryCommandOptions } from './import-boundaries.ts';
import type { ChangesCommandOptions } from './import-changes.ts';
import { type CommandOptions, runCommand } from './run-command.ts';

/** Adds `kreisweit import` with a command for each kind of thing that the figures stand on. */
export function addImports(kreisweit: Command): void {
  const imports = kreisweit
    .command('import')
    .summary('import what the figures stand on, and the records of the cooperation')
    .description(
      'Imports what the figures stand on (registers, changes, boundaries, groups), and the records of the cooperation.',
    );
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
  addCooperationImports(imports);
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
