import {
  type Acting,
  anonymous,
  type Grant,
  grantOf,
  type Principal,
  type Role,
  roles,
} from '@kreisweit/domain';

/** What each role is held for in the made-up country: once for what the questions are about, once for something else. */
const scopes: Readonly<
  Record<Role, { readonly own: Partial<Grant>; readonly foreign: Partial<Grant> | null }>
> = {
  PUBLIC_READER: { own: {}, foreign: null },
  DATA_PARTNER: { own: { plugin: 'small' }, foreign: { plugin: 'other' } },
  MUNICIPALITY_EDITOR: { own: { territory: '16097002' }, foreign: { territory: '16099001' } },
  ASSOCIATION_EDITOR: { own: { territory: '160975001' }, foreign: { territory: '160990001' } },
  ACTOR_REPRESENTATIVE: { own: { actor: 'birke-helps' }, foreign: { actor: 'others' } },
  DISTRICT_COORDINATOR: { own: { territory: '16097' }, foreign: { territory: '16099' } },
  CALENDAR_READER: { own: { territory: '16097' }, foreign: { territory: '16099' } },
  ANALYST: { own: { territory: '16097' }, foreign: { territory: '16099' } },
  ADMINISTRATOR: { own: {}, foreign: null },
};

/** Somebody who asks. `role` and `scope` say which cell of the table of expectations is theirs. */
export type Person = {
  readonly label: string;
  readonly role: Role;
  readonly scope: 'own' | 'foreign';
  readonly acting: Acting;
};

function person(kind: Principal['kind'], role: Role, scope: 'own' | 'foreign', held: Partial<Grant>): Person {
  const label = `${kind} ${role}, ${scope}`;
  const principal = { kind, id: `${kind}:${role}-${scope}`, name: label, grants: [grantOf(role, held)] };
  return { label, role, scope, acting: { principal, requestId: 'request-1' } };
}

/** Everybody: each role for the own and for something else, by a token; an editor by a one-time link; somebody who has not signed in. */
export const people: readonly Person[] = [
  ...roles.flatMap((role) => {
    const { own, foreign } = scopes[role];
    return [
      person('token', role, 'own', own),
      ...(foreign === null ? [] : [person('token', role, 'foreign', foreign)]),
    ];
  }),
  person('link', 'MUNICIPALITY_EDITOR', 'own', scopes.MUNICIPALITY_EDITOR.own),
  person('link', 'MUNICIPALITY_EDITOR', 'foreign', { territory: '16099001' }),
  {
    label: 'anonymous',
    role: 'PUBLIC_READER',
    scope: 'own',
    acting: { principal: anonymous, requestId: null },
  },
];
