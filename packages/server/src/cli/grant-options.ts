import {
  type Grant,
  grantOf,
  InputProblems,
  isRole,
  type Problem,
  roles,
  type Scope,
} from '@kreisweit/domain';

/** The options that say what access is for: one grant in words of its own, or several, each written in one. */
export type GrantOptions = {
  readonly role?: string;
  readonly territory?: string;
  readonly plugin?: string;
  readonly actor?: string;
  readonly grant?: readonly string[];
};

type Parts = Readonly<Partial<Record<'role' | Scope, string>>>;

const NAMES = ['role', 'territory', 'plugin', 'actor'] as const;

/**
 * The grants that the options ask for: `--role DATA_PARTNER --plugin work` first, then each `--grant
 * "role=DATA_PARTNER,plugin=work"`. Throws InputProblems with all that cannot be read.
 */
export function grantsOf({ role, territory, plugin, actor, grant = [] }: GrantOptions): readonly Grant[] {
  const problems: Problem[] = [];
  const single = { role, territory, plugin, actor };
  const given = NAMES.filter((name) => single[name] !== undefined);
  const parts: [string, Parts][] = grant.map((text, index) => {
    const field = grant.length === 1 ? '--grant' : `--grant ${index + 1}`;
    return [field, partsOf(text, field, problems)];
  });
  if (given.length > 0) parts.unshift(['--role', definedOf(single)]);
  const grants = parts.flatMap(([field, one]) => madeGrant(one, field, problems));
  if (problems.length > 0) throw new InputProblems('the token is refused', problems);
  return grants;
}

function definedOf(single: Readonly<Record<'role' | Scope, string | undefined>>): Parts {
  return Object.fromEntries(Object.entries(single).filter(([, value]) => value !== undefined));
}

function partsOf(text: string, field: string, problems: Problem[]): Parts {
  const parts: Partial<Record<'role' | Scope, string>> = {};
  for (const part of text.split(',')) {
    const [, written = '', value = ''] = /^([^=]*)=(.*)$/.exec(part.trim()) ?? [];
    const name = NAMES.find((one) => one === written.trim());
    if (name === undefined || value.trim() === '') {
      const message = `"${part.trim()}" is not understood: write ${NAMES.join('=..., ')}=..., as in "role=DATA_PARTNER,plugin=work"`;
      problems.push({ field, message });
    } else if (parts[name] === undefined) {
      parts[name] = value.trim();
    } else {
      problems.push({ field, message: `${name} is given twice: write --grant once for each` });
    }
  }
  return parts;
}

function madeGrant({ role, ...scope }: Parts, field: string, problems: Problem[]): readonly Grant[] {
  if (role !== undefined && isRole(role)) return [grantOf(role, scope)];
  const what = role === undefined ? 'there is no role' : `"${role}" is no role`;
  problems.push({ field, message: `${what}: write one of ${roles.join(', ')}` });
  return [];
}

/** A grant for people: `DATA_PARTNER (plug-in work, territory 03153)`. */
export function grantText({ role, territory, plugin, actor }: Grant): string {
  const scopes = [
    ...(plugin === null ? [] : [`plug-in ${plugin}`]),
    ...(actor === null ? [] : [`actor ${actor}`]),
    ...(territory === null ? [] : [`territory ${territory}`]),
  ];
  return scopes.length === 0 ? role : `${role} (${scopes.join(', ')})`;
}
