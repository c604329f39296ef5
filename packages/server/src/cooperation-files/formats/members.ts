import { type BodyMember, bodyRoleTitles } from '@kreisweit/domain';
import type { OfDistrict } from '@kreisweit/store';
import { column, oneRow, type RecordFormat } from '../record-format.ts';
import { choice, day, key, list, nullable, object, optional, territory } from '../shape.ts';

type Member = OfDistrict<BodyMember>;

const member = object<Member>({
  district: territory,
  body: key,
  actor: key,
  role: choice(bodyRoleTitles),
  represents: optional(list(territory), []),
  from: nullable(day),
  until: nullable(day),
});

/** Who sits in which body. */
export const membersFormat: RecordFormat<Member, Member> = {
  kind: 'members',
  title: { de: 'Mitglieder', en: 'Members' },
  about: { de: 'ein Akteur in einem Gremium, für eine Zeit', en: 'an actor in a body, for a time' },
  record: member,
  row: member,
  columns: [
    column('district', 'district', 'Landkreis', 'district'),
    column('body', 'body', 'Gremium', 'body'),
    column('actor', 'actor', 'Akteur', 'actor'),
    column('role', 'role', 'was er dort ist', 'what it is there'),
    column(
      'represents',
      'represents',
      'Gemeinden, für die er dort sitzt',
      'municipalities for which it sits there',
    ),
    column('from', 'from', 'seit wann; leer = schon immer', 'since when; empty = always'),
    column(
      'until',
      'until',
      'bis wann, dieser Tag eingeschlossen; leer = offen',
      'until when, this day included; empty = open',
    ),
  ],
  ...oneRow,
  sample: [
    {
      district: '12070',
      body: 'steering-group',
      actor: 'example-language-cafe',
      role: 'MEMBER',
      represents: [],
      from: '2026-01-01',
      until: null,
    },
  ],
};
