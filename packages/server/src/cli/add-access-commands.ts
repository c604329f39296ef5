import type { Command } from 'commander';
import { examples, withJson } from './command-help.ts';
import type { LinkCreateOptions } from './link.ts';
import { type CommandOptions, runCommand } from './run-command.ts';
import type { TokenCreateOptions, TokenListOptions, TokenRotateOptions } from './token.ts';

/** Adds the commands that give access to the API and take it away: token and link. */
export function addAccessCommands(kreisweit: Command): void {
  addTokens(kreisweit);
  addLinks(kreisweit);
}

function addTokens(kreisweit: Command): void {
  const tokens = kreisweit
    .command('token')
    .summary('give programs access, and take it away')
    .description('Gives programs access to what is not public, and takes it away.');

  withJson(tokens.command('create'))
    .summary('make a token')
    .description(
      'Makes a token and prints it, this once: the database keeps only a hash of it. It has a role, and what the role is held ' +
        'for: a data partner for a plug-in, a municipality for its territory. What can be read by everybody needs no token.',
    )
    .requiredOption('--name <name>', 'a function or an organisation, never a person')
    .option('--role <role>', 'what it may do: DATA_PARTNER, DISTRICT_COORDINATOR, ANALYST ...')
    .option('--territory <key>', 'only for this territory')
    .option('--plugin <id>', 'only for this plug-in')
    .option('--actor <key>', 'for this actor')
    .option('--grant <scopes...>', 'several roles, each like "role=DATA_PARTNER,plugin=work,territory=03153"')
    .option('--expires <day>', 'its last day, at most two years from now (one year)')
    .option('--url <address>', 'the server as calendars reach it (http://localhost:4000)')
    .addHelpText(
      'after',
      examples(
        'npx kreisweit token create --name "Jobcenter Goslar" --role DATA_PARTNER --plugin work --territory 03153',
        'npx kreisweit token create --name "Coordination Goslar" --role DISTRICT_COORDINATOR --territory 03153 --expires 2027-06-30',
        'npx kreisweit token create --name "Calendar Goslar" --role CALENDAR_READER --territory 03153 --url https://kreisweit.example',
        'npx kreisweit token create --name "Harz data office" --grant role=DATA_PARTNER,plugin=work --grant role=ANALYST,plugin=work',
      ),
    )
    .action((options: TokenCreateOptions) =>
      runCommand(options, async (run) => (await import('./token.ts')).tokenCreate(run, options)),
    );

  withJson(tokens.command('list'))
    .summary('list tokens and links')
    .description(
      'Lists tokens and one-time links: what each is for, who made it, until when it is valid and when it was last used. Secrets ' +
        'are not listed: nobody has them.',
    )
    .option('--district <key>', 'only those that are for this district')
    .addHelpText('after', examples('npx kreisweit token list', 'npx kreisweit token list --district 03153'))
    .action((options: TokenListOptions) =>
      runCommand(options, async (run) => (await import('./token.ts')).tokenList(run, options)),
    );

  withJson(tokens.command('rotate <id>'))
    .summary('replace a token by a new one')
    .description(
      'Makes a new token with the name and the roles of an old one, by the id that "kreisweit token list" shows, and prints ' +
        'it, this once. The old one works on for a day, so that there is time to change over.',
    )
    .option('--grace <hours>', 'how many hours the old one works on, 0 to 168 (24)')
    .option('--expires <day>', 'the last day of the new one (that of the old one)')
    .option('--url <address>', 'the server as calendars reach it (http://localhost:4000)')
    .addHelpText(
      'after',
      examples(
        'npx kreisweit token rotate kw_7kq2mx4p',
        'npx kreisweit token rotate kw_7kq2mx4p --grace 0 --expires 2027-06-30',
      ),
    )
    .action((id: string, options: TokenRotateOptions) =>
      runCommand(options, async (run) => (await import('./token.ts')).tokenRotate(run, id, options)),
    );

  withJson(tokens.command('revoke <id>'))
    .summary('take a token or link away')
    .description(
      'Takes a token or link away, by the id that "kreisweit token list" shows: it does not work any more, from now on.',
    )
    .addHelpText('after', examples('npx kreisweit token revoke kw_7kq2mx4p'))
    .action((id: string, options: CommandOptions) =>
      runCommand(options, async (run) => (await import('./token.ts')).tokenRevoke(run, id)),
    );
}

function addLinks(kreisweit: Command): void {
  const links = kreisweit
    .command('link')
    .summary('give a municipality access for one delivery')
    .description('Gives a municipality or association access for one delivery.');

  withJson(links.command('create'))
    .summary('make a one-time link')
    .description(
      'Makes access for one delivery of a municipality or an association, and prints the text to send on, this once: the database ' +
        'keeps only a hash of it. "kreisweit token list" lists it, and "kreisweit token revoke" takes it away.',
    )
    .requiredOption('--name <name>', 'the office that delivers, never a person')
    .requiredOption('--territory <key>', 'the municipality or the association')
    .option('--plugin <id>', 'only for this plug-in')
    .option('--days <number>', 'how many days it is valid, 1 to 31 (14)')
    .option('--url <address>', 'the server as browsers reach it (http://localhost:4000)')
    .addHelpText(
      'after',
      examples(
        'npx kreisweit link create --name "Town hall of Goslar" --territory 03153017',
        'npx kreisweit link create --name "Town hall of Goslar" --territory 03153017 --plugin opening --url https://kreisweit.example',
      ),
    )
    .action((options: LinkCreateOptions) =>
      runCommand(options, async (run) => (await import('./link.ts')).linkCreate(run, options)),
    );
}
