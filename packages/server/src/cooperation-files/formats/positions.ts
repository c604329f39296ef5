import type { FiledPosition } from '@kreisweit/store';
import { column, localisedColumns, oneRow, type RecordFormat } from '../record-format.ts';
import { integer, key, nullable, object, territory } from '../shape.ts';
import { statedFields } from './decision-shapes.ts';

const position = object<FiledPosition>({
  district: territory,
  decision: key,
  round: integer,
  ...statedFields,
  proposalVersion: nullable(integer),
});

/** Positions that are written down on behalf of the parties of a decision, as minutes of councils come in. */
export const positionsFormat: RecordFormat<FiledPosition, FiledPosition> = {
  kind: 'positions',
  title: { de: 'Positionen', en: 'Positions' },
  about: {
    de: 'die Position einer Partei zu einer Entscheidung, die für Positionen offen ist, stellvertretend erfasst',
    en: 'the position of a party of a decision that is open for positions, recorded on its behalf',
  },
  record: position,
  row: position,
  columns: [
    column('district', 'district', 'Landkreis', 'district'),
    column('decision', 'decision', 'Entscheidung', 'decision'),
    column('round', 'round', 'Runde, ab 1', 'round, from 1'),
    column('party_kind', 'party.kind', 'wessen Position', 'whose position'),
    column(
      'party',
      'party.key',
      'deren amtlicher Schlüssel, oder Kennung des Akteurs',
      'its official key, or the key of the actor',
    ),
    column('stance', 'stance', 'was sie sagt', 'what it says'),
    ...localisedColumns('statement', 'statement', 'Erklärung oder Vorbehalt', 'statement or reservation'),
    column(
      'proposal_version',
      'proposalVersion',
      'zu welcher Fassung; leer = die letzte',
      'on which version; empty = the last',
    ),
    column('taken_on', 'takenOn', 'wann sie bezogen wurde', 'when it was taken'),
    column(
      'reference',
      'reference',
      'worauf sie beruht, etwa Ratsbeschluss',
      'what it rests on, such as a resolution of the council',
    ),
  ],
  ...oneRow,
  sample: [
    {
      district: '12070',
      decision: 'common-concept',
      round: 1,
      party: { kind: 'MUNICIPALITY', key: '12070296' },
      stance: 'SUPPORT',
      statement: null,
      proposalVersion: null,
      takenOn: '2026-03-05',
      reference: 'Beschluss 12/2026 vom 05.03.2026',
    },
  ],
};
