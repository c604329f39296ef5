import {
  type BodyMeeting,
  type MeetingLink,
  type MeetingResolution,
  meetingStateTitles,
} from '@kreisweit/domain';
import type { OfDistrict } from '@kreisweit/store';
import { column, oneRow, type RecordFormat } from '../record-format.ts';
import { choice, day, key, list, nullable, object, optional, territory, text } from '../shape.ts';

type Meeting = OfDistrict<BodyMeeting>;

const meeting = object<Meeting>({
  district: territory,
  body: key,
  key,
  day,
  state: choice(meetingStateTitles),
  agenda: optional(list(text), []),
  participants: nullable(list(key)),
  resolutions: optional(list(object<MeetingResolution>({ text, decision: nullable(key) })), []),
  links: optional(list(object<MeetingLink>({ title: text, url: key })), []),
});

/** The meetings of bodies. */
export const meetingsFormat: RecordFormat<Meeting, Meeting> = {
  kind: 'meetings',
  title: { de: 'Sitzungen', en: 'Meetings' },
  about: { de: 'eine Sitzung eines Gremiums', en: 'a meeting of a body' },
  record: meeting,
  row: meeting,
  columns: [
    column('district', 'district', 'Landkreis', 'district'),
    column('body', 'body', 'Gremium', 'body'),
    column('key', 'key', 'Kennung', 'identity'),
    column('day', 'day', 'Tag', 'day'),
    column('state', 'state', 'ob sie stattgefunden hat', 'whether it has taken place'),
    column('agenda', 'agenda', 'Tagesordnung', 'agenda'),
    column(
      'participants',
      'participants',
      'Akteure, die da waren: Organisationen, nie Personen',
      'actors that were there: organisations, never persons',
    ),
    column(
      'resolutions',
      'resolutions',
      'Beschlüsse, mit der gemeinsamen Entscheidung',
      'what was resolved, with the joint decision',
    ),
    column('links', 'links', 'Unterlagen, mit Internetadresse', 'documents, with their address'),
  ],
  ...oneRow,
  sample: [
    {
      district: '12070',
      body: 'steering-group',
      key: 'steering-group-2026-03',
      day: '2026-03-12',
      state: 'HELD',
      agenda: ['Sprachkurse im Herbst', 'Verschiedenes'],
      participants: ['example-language-cafe'],
      resolutions: [{ text: 'Das Konzept wird beraten', decision: 'common-concept' }],
      links: [{ title: 'Protokoll', url: 'https://kreis.example/protokoll' }],
    },
  ],
};
