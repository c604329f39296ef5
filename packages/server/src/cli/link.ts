import { actingOperator, grantOf, parseTerritoryKey, type Role } from '@kreisweit/domain';
import { createToken, type IssuedToken } from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { grantText } from './grant-options.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';
import { serverAddress, URL_HERE } from './server-address.ts';
import { onStore } from './token.ts';

/** What `link create` is told. */
export type LinkCreateOptions = CommandOptions & {
  readonly name: string;
  readonly territory: string;
  readonly plugin?: string;
  readonly days?: string;
  readonly url?: string;
};

const DAYS = 14;
const MOST_DAYS = 31;
const DAY_MS = 86_400_000;

/**
 * `kreisweit link create`: access for one delivery of a municipality or association, and the letter to send with it. The secret stands in
 * its address behind `#`, which browsers send to no server.
 */
export async function linkCreate(
  run: CommandRun,
  { name, territory, plugin, days = String(DAYS), url = URL_HERE }: LinkCreateOptions,
): Promise<CommandResult> {
  const grant = grantOf(roleFor(territory), { territory, plugin: plugin ?? null });
  const page = serverAddress(url, '/deliver');
  const expiresAt = new Date(Date.now() + daysOf(days) * DAY_MS).toISOString();
  const request = { kind: 'link', name, grants: [grant], expiresAt } as const;
  return onStore(run, 'making the link', async (store) => {
    const issued = await createToken(store, actingOperator, request);
    const address = `${page}#${issued.secret}`;
    const letter = letterOf(issued, address);
    const head = `link ${issued.id} "${issued.name}": ${issued.grants.map(grantText).join('; ')}; once, until ${issued.expiresAt}`;
    const notes = ['It is not shown again: send this on now.', ...cautions(page)].join('\n');
    return { data: { ...issued, address, letter }, text: `${head}\n${notes}\n\n${letter}` };
  });
}

/** In the languages of those who get it. */
function letterOf({ name, grants, expiresAt }: IssuedToken, address: string): string {
  const keys = grants.map(({ territory }) => territory).join(', ');
  const [day] = expiresAt.split('T');
  const german = day?.split('-').reverse().join('.');
  return [
    `${name}: Ihr Link, um Zahlen an Kreisweit zu liefern (${keys})`,
    'Öffnen Sie diese Adresse, wählen Sie Ihre Datei und liefern Sie sie; Sie brauchen kein Konto:',
    '',
    `  ${address}`,
    '',
    `Der Link gilt bis zum ${german} und für eine Lieferung; eine Datei, die noch Fehler hat, verbraucht ihn nicht.`,
    'Geben Sie ihn nur an die Stelle weiter, die liefert: wer ihn hat, kann für Sie liefern.',
    '',
    `${name}: your link to deliver figures to Kreisweit (${keys})`,
    'Open the address above, choose your file and deliver it; you need no account.',
    `The link works until ${day} and for one delivery; a file that still has mistakes does not use it up.`,
    'Pass it on to nobody but those who deliver: whoever has it can deliver for you.',
    '',
  ].join('\n');
}

/** What whoever sends the letter should know of its address. */
function cautions(page: string): readonly string[] {
  const { protocol, hostname } = new URL(page);
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    return [
      `Its address, ${page}, works on this machine only: for others write --url https://kreisweit.example`,
    ];
  }
  if (protocol === 'https:') return [];
  return ['Its address begins with http: others on the way can read the link and the figures; offer https.'];
}

const ROLES: Readonly<Partial<Record<string, Role>>> = {
  municipality: 'MUNICIPALITY_EDITOR',
  association: 'ASSOCIATION_EDITOR',
};

function roleFor(territory: string): Role {
  const kind = parseTerritoryKey(territory)?.kind;
  const role = kind === undefined ? undefined : ROLES[kind];
  if (role !== undefined) return role;
  const what = kind === undefined ? 'no key of a territory' : `the key of a ${kind}`;
  throw new CommandError(
    `"${territory}" is ${what}: a link is for a municipality (8 or 12 digits) or an association (9 digits); for others make a token`,
  );
}

function daysOf(text: string): number {
  const days = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MOST_DAYS) return days;
  throw new CommandError(
    `"${text}" is no number of days: expected one from 1 to ${MOST_DAYS} (--days ${DAYS})`,
  );
}
