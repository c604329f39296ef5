import { expect, test } from 'vitest';
import { rolesFor } from './action.ts';
import { roles } from './role.ts';
import { allActions } from './testing/any-access.ts';

test('who may do what is changed in review only', () => {
  const letters = (action: (typeof allActions)[number]) =>
    roles.map((role) => (rolesFor(action).includes(role) ? 'x' : '.')).join(' ');
  expect(
    ['   '.concat(roles.join(' ')), ...allActions.map((action) => `${letters(action)} ${action}`)].join('\n'),
  ).toMatchInlineSnapshot(`
    "   PUBLIC_READER DATA_PARTNER MUNICIPALITY_EDITOR ASSOCIATION_EDITOR ACTOR_REPRESENTATIVE DISTRICT_COORDINATOR ANALYST ADMINISTRATOR
    . x x x . x x x READ_PROPOSED
    . x x x . x . x DELIVER
    . . . . . x . x DECIDE_RELEASE
    . x . . . x . x WITHDRAW_RELEASE
    . . x x . . . . CONFIRM_DELIVERY
    . . . . . x . x SET_REVIEW
    . . . . . x . x MANAGE_ACCESS
    . . . . . x . x READ_AUDIT"
  `);
});

test('reading what is published is no action, so nobody needs a role for it', () => {
  for (const action of allActions) expect(rolesFor(action)).not.toContain('PUBLIC_READER');
});
