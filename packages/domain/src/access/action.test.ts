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
    "   PUBLIC_READER DATA_PARTNER MUNICIPALITY_EDITOR ASSOCIATION_EDITOR ACTOR_REPRESENTATIVE DISTRICT_COORDINATOR CALENDAR_READER ANALYST ADMINISTRATOR
    . x x x . x . x x READ_PROPOSED
    . x x x . x . . x DELIVER
    . . . . . x . . x DECIDE_RELEASE
    . x . . . x . . x WITHDRAW_RELEASE
    . . x x . . . . . CONFIRM_DELIVERY
    . . . . . x . . x SET_REVIEW
    . . . . x x . . x EDIT_ACTOR
    . . . . . x . . x MANAGE_ACTORS
    . . . . . x . . x MANAGE_TASKS
    . . x x . x . . x ASSIGN_TASK
    . . . . . x . . x MANAGE_BODIES
    . . . . x x . . x RECORD_ATTENDANCE
    . . . . . x . . x MANAGE_DECISIONS
    . . x x x x . . x TAKE_POSITION
    . . x . x . . . . CONFIRM_POSITION
    . . . . . x . . x MANAGE_CONCEPT
    . . . . x x . . x REPORT_ACTION
    . . x x x x . x x READ_INTERNAL
    . . x x x x x x x READ_DUE
    . . . . . x . . x MANAGE_ACCESS
    . . . . . x . . x READ_AUDIT"
  `);
});

test('reading what is published is no action, so nobody needs a role for it', () => {
  for (const action of allActions) expect(rolesFor(action)).not.toContain('PUBLIC_READER');
});
