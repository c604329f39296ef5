import { builder } from '../builder.ts';
import { PeerArea } from './peer-area.ts';

/** With whom a territory is compared. */
export const Peers = builder.inputType('Peers', {
  description:
    'With whom a territory is compared: always with those of its own kind (districts with districts), and with the boundaries and memberships of the end of the period.',
  isOneOf: true,
  fields: (t) => ({
    inside: t.field({ type: PeerArea, description: 'All that lie in the same area.' }),
    sameDesignationInside: t.field({
      type: PeerArea,
      description:
        'Those in the same area that are the same in law: Landkreise (also called Kreis) with each other, kreisfreie Städte (also called Stadtkreis) with each other, towns with towns.',
    }),
    group: t.string({ description: 'All in the free group of this key; it need not be one of them.' }),
  }),
});
