import { actingOperator, grantOf, parseTerritoryKey, type Role } from '@kreisweit/domain';
import { createToken, type IssuedToken } from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { grantText } from './grant-options.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';
import { onStore } from './token.ts';

/** What `link create` is told. */
export type LinkCreateOptions = CommandOptions & {
  readonly name: string;
  readonly territory: string;
  readonly plugin?: string;
  readonly days?: string;
};

const DAYS = 14;
const MOST_DAYS = 31;
const DAY_MS = 86_400_000;

/** `kreisweit link create`: access for one delivery of a municipality or association, and the text to send with it. */
export async function linkCreate(
  run: CommandRun,
  { name, territory, plugin, days = String(DAYS) }: LinkCreateOptions,
): Promise<CommandResult> {
  const grant = grantOf(roleFor(territory), { territory, plugin: plugin ?? null });
  const expiresAt = new Date(Date.now() + daysOf(days) * DAY_MS).toISOString();
  const request = { kind: 'link', name, grants: [grant], expiresAt } as const;
  return onStore(run, 'making the link', async (store) => {
    const issued = await createToken(store, actingOperator, request);
    const letter = letterOf(issued);
    const head = `link ${issued.id} "${issued.name}": ${issued.grants.map(grantText).join('; ')}; once, until ${issued.expiresAt}`;
    const text = `${head}\nIt is not shown again: send this on now.\n\n${letter}`;
    return { data: { ...issued, letter }, text };
  });
}

/** In the languages of those who get it. */
function letterOf({ name, grants, expiresAt, secret }: IssuedToken): string {
  const keys = grants.map(({ territory }) => territory).join(', ');
  const [day] = expiresAt.split('T');
  const german = day?.split('-').reverse().join('.');
  return [
    `${name}: Einmal-Zugang zu Kreisweit für ${keys}`,
    `Dieser Zugang gilt für eine Lieferung bis zum ${german}. Geben Sie ihn nur an die Stelle weiter, die liefert.`,
    'Er wird als "Authorization: Bearer ..." mitgeschickt.',
    '',
    `  ${secret}`,
    '',
    `${name}: access to Kreisweit for ${keys}, for one time`,
    `This access is for one delivery until ${day}. Pass it on to nobody but those who deliver.`,
    'It is sent as "Authorization: Bearer ...".',
    '',
  ].join('\n');
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
