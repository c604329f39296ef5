import type { MarkedRecord } from '@kreisweit/store';
import type { Fields } from '../builder.ts';

/** Defines the field `demo` of a record of cooperation. */
export function demoField<Parent>(t: Fields<Parent>, recordOf: (parent: Parent) => MarkedRecord) {
  return t.boolean({
    description: 'True for an invented example of the demo: nothing of it was said or decided by anybody.',
    resolve: (parent, _, { loaders }) => loaders.demoRecord.load(recordOf(parent)),
  });
}
