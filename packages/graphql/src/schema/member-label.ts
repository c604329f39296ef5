import type { MemberLabel as MemberLabelRow } from '@kreisweit/store';
import { builder } from '../builder.ts';
import { TerritoryKind } from './territory-kind.ts';

/** A member as an explanation names it. */
export const MemberLabel = builder.objectRef<MemberLabelRow>('MemberLabel').implement({
  description: 'A territory as an explanation names it: on the day on whose boundaries it was added up.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The key that `territory(key:)` takes.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    kind: t.expose('kind', { type: TerritoryKind, description: 'What it is.' }),
  }),
});
