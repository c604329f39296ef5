import { expect, test } from 'vitest';
import { decide, everything } from './decide.ts';
import { type Grant, grantOf } from './grant.ts';
import { NotAllowed } from './not-allowed.ts';
import { anonymous } from './principal.ts';
import { allActions, holding, placeOf } from './testing/any-access.ts';

type Refused = Parameters<typeof decide>;

function refusal(...[principal, action, target]: Refused): NotAllowed {
  const decision = decide(principal, action, target);
  if (decision.allowed) throw new Error(`${action} is allowed`);
  return new NotAllowed(action, decision);
}

const coordinator = grantOf('DISTRICT_COORDINATOR', { territory: '12070' });
const partner = grantOf('DATA_PARTNER', { plugin: 'opening', territory: '12070' });
const at = (...keys: readonly string[]) => ({ ...everything, places: keys.map(placeOf) });

test('says what, why, and what can be done about it', () => {
  const refusals: readonly Refused[] = [
    [anonymous, 'DELIVER', at('12070008')],
    [holding(partner), 'DECIDE_RELEASE', at('12070008')],
    [holding(coordinator), 'DELIVER', at('12062024')],
    [holding(coordinator), 'DELIVER', at('12062024', '12070008', '01001')],
    [holding(coordinator), 'READ_AUDIT', everything],
    [holding(partner), 'DELIVER', everything],
  ];
  expect(refusals.map((refused) => refusal(...refused).message).join('\n')).toMatchInlineSnapshot(`
    "You may not deliver these figures: send an access token (Authorization: Bearer ...) with one of the roles DATA_PARTNER, MUNICIPALITY_EDITOR, ASSOCIATION_EDITOR, DISTRICT_COORDINATOR, ADMINISTRATOR
    You may not decide on this release: it needs one of the roles DISTRICT_COORDINATOR, ADMINISTRATOR; ask the coordination of your district
    You may not deliver these figures: 12062024 is outside of what your access is for; ask the coordination of the district that it belongs to
    You may not deliver these figures: 12062024, 01001 are outside of what your access is for; ask the coordination of the district that it belongs to
    You may not read the audit trail: it is outside of what your access is for; ask the coordination of the district that it belongs to
    You may not deliver these figures: it is outside of what your access is for; ask the coordination of the district that it belongs to"
  `);
});

test('carries what was refused and why, for whoever presents it', () => {
  const error = refusal(holding(coordinator), 'DELIVER', at('12062024'));
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'NotAllowed', action: 'DELIVER', reason: 'OUTSIDE_SCOPE' });
});

test('names no one, and no grant of whoever is refused', () => {
  const held: readonly Grant[] = [coordinator, partner];
  for (const action of allActions) {
    const { message } = refusal(holding(...held), action, at('12062024'));
    expect(message).not.toMatch(/kw_|Jobcenter|opening|12070/);
  }
});
