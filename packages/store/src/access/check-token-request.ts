import { type Grant, grantProblems, InputProblems, type Problem, parseTerritoryKey } from '@kreisweit/domain';
import type { TokenRequest } from './access-token.ts';
import type { Rows } from './rows.ts';
import { readTokenExpiry } from './token-expiry.ts';
import type { TokenKind } from './token-text.ts';

/**
 * Checks a request against what there is, and answers it as it is stored: keys in their short form, the end as an instant. Throws InputProblems
 * with everything that is wrong with it; `field` is the path (`grants[1].territory`).
 */
export async function checkTokenRequest(rows: Rows, request: TokenRequest): Promise<TokenRequest> {
  const { kind } = request;
  const name = request.name.trim();
  const grants = request.grants.map(normalised);
  const expiry = readTokenExpiry(request.expiresAt, kind);
  const problems = [
    ...nameProblems(name),
    ...countProblems(kind, grants),
    ...grants.flatMap((grant, index) => [
      ...grantProblems(grant).map((problem) => at(index, problem)),
      ...roleProblems(kind, grant, index),
    ]),
    ...(await unknownScopes(rows, grants)),
    ...(expiry.problem === null ? [] : [expiry.problem]),
  ];
  if (problems.length > 0 || expiry.problem !== null)
    throw new InputProblems(`the ${kind} is refused`, problems);
  return { kind, name, grants, expiresAt: expiry.expiresAt };
}

/** Grants are compared with the short key of a territory: the AGS of a municipality. */
function normalised(grant: Grant): Grant {
  if (grant.territory === null) return grant;
  return { ...grant, territory: parseTerritoryKey(grant.territory)?.key ?? grant.territory };
}

const SHORTEST_NAME = 3;
const LONGEST_NAME = 80;

function nameProblems(name: string): readonly Problem[] {
  const field = 'name';
  if (name.includes('@')) {
    const message =
      'it holds an e-mail address, and the audit trail keeps no personal data: name the function or the organisation';
    return [{ field, message }];
  }
  if (/\p{C}/u.test(name))
    return [{ field, message: 'it holds what cannot be printed: write it on one line' }];
  const { length } = [...name];
  if (length >= SHORTEST_NAME && length <= LONGEST_NAME) return [];
  const message = `it has ${length} characters: name the function or the organisation with ${SHORTEST_NAME} to ${LONGEST_NAME}`;
  return [{ field, message }];
}

/** Most that a token is given; each is looked at in every request. */
const MOST_GRANTS = 50;

function countProblems(kind: TokenKind, { length }: readonly Grant[]): readonly Problem[] {
  const field = 'grants';
  if (length === 0) return [{ field, message: `there is none: say what the ${kind} is for` }];
  if (kind === 'link' && length > 1) {
    return [{ field, message: `there are ${length}: a link is for one thing, make one for each` }];
  }
  if (length <= MOST_GRANTS) return [];
  return [{ field, message: `there are ${length}: a token has ${MOST_GRANTS} at most, make several` }];
}

/** A link is sent by mail and passed on, so it never holds a role that decides for others. */
const ROLES_OF_LINKS: readonly string[] = [
  'MUNICIPALITY_EDITOR',
  'ASSOCIATION_EDITOR',
  'ACTOR_REPRESENTATIVE',
];

function roleProblems(kind: TokenKind, { role }: Grant, index: number): readonly Problem[] {
  if (kind === 'token' || ROLES_OF_LINKS.includes(role)) return [];
  const message = `a link cannot have the role ${role}, only one of ${ROLES_OF_LINKS.join(', ')}: make a token`;
  return [at(index, { field: 'role', message })];
}

function at(index: number, problem: Problem): Problem {
  return { ...problem, field: `grants[${index}].${problem.field}` };
}

/** What the grants are held for and what there is not. One statement. */
async function unknownScopes(rows: Rows, grants: readonly Grant[]): Promise<readonly Problem[]> {
  const named = grants.flatMap((grant, index) =>
    (['territory', 'plugin', 'actor'] as const).flatMap((scope) => {
      const key = grant[scope];
      const kind = scope === 'territory' ? (parseTerritoryKey(key ?? '')?.kind ?? null) : scope;
      // What is no key at all is a problem already.
      return key === null || kind === null ? [] : [{ index, scope, kind, key }];
    }),
  );
  if (named.length === 0) return [];
  const unknown = await rows<{ position: number }>(UNKNOWN, [
    named.map(({ scope }) => scope),
    named.map(({ kind }) => kind),
    named.map(({ key }) => key),
  ]);
  return unknown.flatMap(({ position }) => {
    const found = named[position - 1];
    if (found === undefined) return [];
    return [at(found.index, { field: found.scope, message: UNKNOWN_TEXT[found.scope](found.key) })];
  });
}

const UNKNOWN_TEXT = Object.freeze({
  territory: (key: string) => `no register knows the territory "${key}": look at its key`,
  plugin: (key: string) => `there is no plug-in "${key}": "kreisweit plugins" lists them`,
  actor: (key: string) => `there is no actor "${key}": look at its key`,
});

const UNKNOWN = `
with wanted as (
  select * from unnest($1::text[], $2::text[], $3::text[]) with ordinality as w (scope, kind, key, position)
),
pointer as (
  select version from published_pointer
)
select w.position::int
from wanted w
where case w.scope
  when 'territory' then not exists (select from territory t where t.kind = w.kind and t.key = w.key)
  when 'actor' then not exists (select from actor a where a.key = w.key)
  else not exists (
    select
    from catalogue_item i
    join catalogue_version v on v.item_id = i.id
    join pointer p on v.version_from <= p.version and (v.version_until is null or v.version_until > p.version)
    where i.kind = 'plugin' and i.key = w.key
  )
end
order by w.position`;
