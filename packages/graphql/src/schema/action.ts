import { type Action as ActionName, actions, rolesFor } from '@kreisweit/domain';
import { builder } from '../builder.ts';
import { labelledValues } from './labelled-values.ts';

/** Something that not everybody may do. */
export const Action = builder.enumType('Action', {
  description:
    'Something that not everybody may do, with the roles that may, each within what it is held for.',
  values: labelledValues(
    (Object.keys(actions) as ActionName[]).map((action) => [action, action, descriptionOf(action)]),
  ),
});

function descriptionOf(action: ActionName): string {
  const { de, en } = actions[action].text;
  return `To ${en} (${de}): ${rolesFor(action).join(', ')}.`;
}
