import { bodyKindTitles, type CooperationBody, type Recurrence } from '@kreisweit/domain';
import { column, localisedColumns, oneRow, type RecordFormat } from '../record-format.ts';
import { choice, day, either, integer, key, localised, nullable, object, territory } from '../shape.ts';

const recurrence = object<Recurrence>({
  every: either(
    object<{ readonly months: number }>({ months: integer }),
    object<{ readonly weeks: number }>({ weeks: integer }),
  ),
  since: day,
});

const body = object<CooperationBody>({
  district: territory,
  key,
  kind: choice(bodyKindTitles),
  title: localised,
  purpose: nullable(localised),
  recurrence: nullable(recurrence),
  from: nullable(day),
  until: nullable(day),
});

/** The bodies of cooperation. */
export const bodiesFormat: RecordFormat<CooperationBody, CooperationBody> = {
  kind: 'bodies',
  title: { de: 'Gremien', en: 'Bodies' },
  about: { de: 'ein Gremium der Zusammenarbeit', en: 'a body of cooperation' },
  record: body,
  row: body,
  columns: [
    column('district', 'district', 'Landkreis', 'district'),
    column('key', 'key', 'Kennung im Landkreis', 'identity in the district'),
    column('kind', 'kind', 'was für ein Gremium es ist', 'what kind of body it is'),
    ...localisedColumns('title', 'title', 'Bezeichnung', 'title'),
    ...localisedColumns('purpose', 'purpose', 'Zweck', 'purpose'),
    column(
      'every_months',
      'recurrence.every.months',
      'tagt alle so viele Monate (oder Wochen)',
      'meets every so many months (or weeks)',
    ),
    column(
      'every_weeks',
      'recurrence.every.weeks',
      'tagt alle so viele Wochen (oder Monate)',
      'meets every so many weeks (or months)',
    ),
    column('meets_since', 'recurrence.since', 'seit wann in diesem Abstand', 'since when so often'),
    column('from', 'from', 'besteht seit', 'exists since'),
    column('until', 'until', 'besteht bis', 'exists until'),
  ],
  ...oneRow,
  sample: [
    {
      district: '12070',
      key: 'steering-group',
      kind: 'STEERING_GROUP',
      title: { de: 'Steuerungsgruppe Integration', en: 'Steering group on integration' },
      purpose: null,
      recurrence: { every: { months: 3 }, since: '2026-01-15' },
      from: '2026-01-01',
      until: null,
    },
  ],
};
