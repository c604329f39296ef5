import { type Training, trainingAudienceTitles, trainingStateTitles } from '@kreisweit/domain';
import { column, localisedColumns, oneRow, type RecordFormat } from '../record-format.ts';
import { choice, day, key, localised, nullable, object, territory } from '../shape.ts';

const training = object<Training>({
  district: territory,
  key,
  title: localised,
  day,
  territory,
  organiser: nullable(key),
  audience: choice(trainingAudienceTitles),
  state: choice(trainingStateTitles),
  link: nullable(key),
});

/** Trainings for those who take part. */
export const trainingsFormat: RecordFormat<Training, Training> = {
  kind: 'trainings',
  title: { de: 'Fortbildungen', en: 'Trainings' },
  about: { de: 'eine Fortbildung an einem Tag', en: 'a training on a day' },
  record: training,
  row: training,
  columns: [
    column('district', 'district', 'Landkreis', 'district'),
    column('key', 'key', 'Kennung im Landkreis', 'identity in the district'),
    ...localisedColumns('title', 'title', 'Bezeichnung', 'title'),
    column('day', 'day', 'Tag', 'day'),
    column(
      'territory',
      'territory',
      'Ort: der Landkreis oder eine Gemeinde darin',
      'place: the district or a municipality in it',
    ),
    column('organiser', 'organiser', 'Akteur, der sie anbietet', 'actor that offers it'),
    column('audience', 'audience', 'für wen', 'for whom'),
    column('state', 'state', 'ob sie stattgefunden hat', 'whether it has taken place'),
    column('link', 'link', 'Internetadresse zum Weiterlesen', 'address to read on'),
  ],
  ...oneRow,
  sample: [
    {
      district: '12070',
      key: 'plain-language-2026',
      title: { de: 'Einfache Sprache', en: 'Plain language' },
      day: '2026-05-12',
      territory: '12070296',
      organiser: 'example-language-cafe',
      audience: 'BOTH',
      state: 'PLANNED',
      link: 'https://fortbildung.example/einfache-sprache',
    },
  ],
};
