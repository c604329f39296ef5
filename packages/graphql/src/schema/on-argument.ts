import type { Fields } from '../builder.ts';

/** The argument `on`: the day for which something is asked. */
export function onArgument<Parent>(t: Fields<Parent>) {
  return { on: t.arg({ type: 'Date', description: 'The day; today when left out.' }) };
}
