import { askedOfTitles, type DeliveryDeadline } from '@kreisweit/domain';
import { column, localisedColumns, oneRow, type RecordFormat } from '../record-format.ts';
import { choice, day, key, localised, nullable, object, territory } from '../shape.ts';

const deadline = object<DeliveryDeadline>({
  district: territory,
  key,
  plugin: key,
  period: key,
  askedOf: choice(askedOfTitles),
  title: localised,
  dueOn: day,
  endedOn: nullable(day),
});

/** Until when figures are to be delivered. */
export const deadlinesFormat: RecordFormat<DeliveryDeadline, DeliveryDeadline> = {
  kind: 'deadlines',
  title: { de: 'Lieferfristen', en: 'Delivery deadlines' },
  about: {
    de: 'eine Frist, bis zu der Zahlen zu liefern sind',
    en: 'a day by which figures are to be delivered',
  },
  record: deadline,
  row: deadline,
  columns: [
    column('district', 'district', 'Landkreis', 'district'),
    column('key', 'key', 'Kennung im Landkreis', 'identity in the district'),
    column('plugin', 'plugin', 'Plug-in, dessen Zahlen es sind', 'plug-in whose figures they are'),
    column('period', 'period', 'Zeitraum: 2025, 2025-Q1 oder 2025-06', 'period: 2025, 2025-Q1 or 2025-06'),
    column('asked_of', 'askedOf', 'wer liefert', 'who delivers'),
    ...localisedColumns('title', 'title', 'Bezeichnung', 'title'),
    column('due_on', 'dueOn', 'letzter Tag', 'last day'),
    column(
      'ended_on',
      'endedOn',
      'ab wann niemand mehr gefragt ist',
      'from when on nobody is asked any more',
    ),
  ],
  ...oneRow,
  sample: [
    {
      district: '12070',
      key: 'opening-2025',
      plugin: 'opening',
      period: '2025',
      askedOf: 'MUNICIPALITIES',
      title: { de: 'Interkulturelle Öffnung 2025', en: 'Intercultural opening 2025' },
      dueOn: '2026-06-30',
      endedOn: null,
    },
  ],
};
