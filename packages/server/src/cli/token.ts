import { actingOperator, parseTerritoryKey } from '@kreisweit/domain';
import {
  type AccessToken,
  accessTokensPage,
  createToken,
  type IssuedToken,
  openStore,
  revokeToken,
  rotateToken,
  type Store,
} from '@kreisweit/store';
import { CommandError } from '../command-error.ts';
import { databaseTargets } from '../database-target.ts';
import { openKreisweit } from '../open-kreisweit.ts';
import { type GrantOptions, grantsOf, grantText } from './grant-options.ts';
import type { CommandOptions, CommandResult, CommandRun } from './run-command.ts';
import { serverAddress, URL_HERE } from './server-address.ts';

/** What `token create` is told. */
export type TokenCreateOptions = CommandOptions &
  GrantOptions & { readonly name: string; readonly expires?: string; readonly url?: string };

/** What `token list` is told. */
export type TokenListOptions = CommandOptions & { readonly district?: string };

/** What `token rotate` is told. */
export type TokenRotateOptions = CommandOptions & {
  readonly expires?: string;
  readonly grace?: string;
  readonly url?: string;
};

/** `kreisweit token create`: a token for a program that delivers or reads; its secret is printed, this once. */
export async function tokenCreate(run: CommandRun, options: TokenCreateOptions): Promise<CommandResult> {
  const request = {
    kind: 'token',
    name: options.name,
    grants: grantsOf(options),
    expiresAt: options.expires ?? inOneYear(),
  } as const;
  const base = serverAddress(options.url ?? URL_HERE, '');
  return onStore(run, 'making the token', async (store) =>
    issuedResult(await createToken(store, actingOperator, request), base),
  );
}

/** `kreisweit token list`: tokens and links, and what each is for; never a secret. */
export async function tokenList(
  { environment, progress }: CommandRun,
  { district }: TokenListOptions,
): Promise<CommandResult> {
  const key = district === undefined ? null : districtKey(district);
  progress.step('opening the database');
  const store = await openStore(databaseTargets(environment.database).read);
  try {
    const tokens = await allTokens(store, key);
    const none = `There is no token${key === null ? '' : ` for ${key}`} yet: kreisweit token create makes one.\n`;
    return { data: { tokens }, text: tokens.length === 0 ? none : tokens.map(tokenText).join('') };
  } finally {
    await store.close();
  }
}

/** `kreisweit token rotate`: a new secret in the place of an old one, which works on for a while. */
export async function tokenRotate(
  run: CommandRun,
  id: string,
  { expires, grace, url = URL_HERE }: TokenRotateOptions,
): Promise<CommandResult> {
  const base = serverAddress(url, '');
  const graceHours = grace === undefined ? undefined : hoursOf(grace);
  return onStore(run, `rotating ${id}`, async (store) => {
    const issued = await rotateToken(store, actingOperator, id, { expiresAt: expires, graceHours });
    const hours = graceHours ?? 24;
    const old = hours === 0 ? `${id} does not work any more` : `${id} works for ${hours} more hours`;
    const { data, text } = issuedResult(issued, base);
    return { data, text: `${text}${old}.\n` };
  });
}

/** `kreisweit token revoke`: a token or link that does not work any more, from now on. */
export async function tokenRevoke(run: CommandRun, id: string): Promise<CommandResult> {
  return onStore(run, `revoking ${id}`, async (store) => {
    const data = await revokeToken(store, actingOperator, id);
    return {
      data,
      text: `${data.kind} ${id} "${data.name}": revoked on ${data.revokedAt}; it does not work any more\n`,
    };
  });
}

/** Does something on the store, as the operator. */
export async function onStore(
  { environment, log, progress }: CommandRun,
  step: string,
  work: (store: Store) => Promise<CommandResult>,
): Promise<CommandResult> {
  progress.step('opening the database');
  const store = await openKreisweit(environment, log);
  try {
    progress.step(step);
    return await work(store);
  } finally {
    progress.step('closing the database');
    await store.close();
  }
}

/** `base` is the address of the server, for that of a calendar. */
function issuedResult(issued: IssuedToken, base: string): CommandResult {
  const { id, name, grants, expiresAt, secret } = issued;
  const calendar = calendarAddress(issued, base);
  const lines = [
    `token ${id} "${name}": ${grants.map(grantText).join('; ')}; valid until ${expiresAt}`,
    `  ${secret}`,
    'The token is not shown again: keep it now, in a place for passwords. It is sent as "Authorization: Bearer kw_...".',
    ...(calendar === null
      ? []
      : ['A calendar program subscribes to this address, which nobody else should see:', `  ${calendar}`]),
  ];
  const data = calendar === null ? issued : { ...issued, calendar };
  return { data, text: `${lines.join('\n')}\n` };
}

/** The address at which a calendar program finds what is due, for a token that reads one calendar and nothing else; null for every other. */
function calendarAddress({ grants, secret }: IssuedToken, base: string): string | null {
  const [grant, ...others] = grants;
  if (others.length > 0 || grant?.role !== 'CALENDAR_READER' || grant.territory === null) return null;
  return `${base}/calendar/${grant.territory}.ics?token=${secret}`;
}

const PAGE = 500;

async function allTokens(store: Store, district: string | null): Promise<readonly AccessToken[]> {
  const tokens: AccessToken[] = [];
  for (;;) {
    const after = tokens.at(-1)?.id ?? null;
    const page = await accessTokensPage(store, actingOperator, { district, first: PAGE, after });
    tokens.push(...page.rows);
    if (!page.hasNext) return tokens;
  }
}

function tokenText(token: AccessToken): string {
  const { id, name, grants, createdAt, createdBy, lastUsedAt } = token;
  const lines = [
    `${id}  ${name}`,
    ...grants.map(grantText),
    `${stateOf(token)}; made ${createdAt} by ${createdBy}; ${lastUsedAt === null ? 'never used' : `last used ${lastUsedAt}`}`,
  ];
  return `${lines.join('\n   ')}\n`;
}

function stateOf({ expiresAt, usedAt, revokedAt, replacedBy }: AccessToken): string {
  if (revokedAt !== null) return `revoked ${revokedAt}`;
  if (usedAt !== null) return `used ${usedAt}`;
  const until = Date.parse(expiresAt) > Date.now() ? `valid until ${expiresAt}` : `ended ${expiresAt}`;
  return replacedBy === null ? until : `replaced by ${replacedBy}, ${until}`;
}

function inOneYear(): string {
  const day = new Date();
  day.setUTCFullYear(day.getUTCFullYear() + 1);
  return day.toISOString().slice(0, 10);
}

function districtKey(text: string): string {
  const parsed = parseTerritoryKey(text);
  if (parsed?.kind === 'district') return parsed.key;
  throw new CommandError(`"${text}" is no key of a district: expected five digits like 03153`);
}

function hoursOf(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new CommandError(`"${text}" is no number of hours: expected one from 0 to 168 (--grace 24)`);
}
