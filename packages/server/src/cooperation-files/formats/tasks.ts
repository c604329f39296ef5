import { type IntegrationTask, taskLevelTitles, taskObligationTitles } from '@kreisweit/domain';
import type { OfDistrict } from '@kreisweit/store';
import { column, localisedColumns, oneRow, type RecordFormat } from '../record-format.ts';
import { choice, key, localised, nullable, object, territory } from '../shape.ts';

type Task = OfDistrict<IntegrationTask>;

const task = object<Task>({
  district: territory,
  key,
  title: localised,
  description: localised,
  obligation: choice(taskObligationTitles),
  level: choice(taskLevelTitles),
  stateLaw: nullable(localised),
});

/** The tasks that districts add to the catalogue. */
export const tasksFormat: RecordFormat<Task, Task> = {
  kind: 'tasks',
  title: { de: 'Eigene Aufgaben', en: 'Own tasks' },
  about: {
    de: 'eine Aufgabe, die ein Landkreis dem Katalog hinzufügt',
    en: 'a task that a district adds to the catalogue',
  },
  record: task,
  row: task,
  columns: [
    column('district', 'district', 'Landkreis', 'district'),
    column('key', 'key', 'Kennung im Landkreis', 'identity in the district'),
    ...localisedColumns('title', 'title', 'Bezeichnung', 'title'),
    ...localisedColumns('description', 'description', 'was zu tun ist', 'what is to be done'),
    column('obligation', 'obligation', 'ob sie Pflicht ist', 'whether it must be carried out'),
    column('level', 'level', 'wessen Aufgabe sie ist', 'whose task it is'),
    ...localisedColumns(
      'state_law',
      'stateLaw',
      'Besonderheit des Landesrechts',
      'what the law of the Land says otherwise',
    ),
  ],
  ...oneRow,
  sample: [
    {
      district: '12070',
      key: 'welcome-guides',
      title: { de: 'Lotsendienst', en: 'Welcome guides' },
      description: { de: 'Neuzugewanderte zu Stellen begleiten', en: 'Accompany newcomers to offices' },
      obligation: 'VOLUNTARY',
      level: 'DISTRICT',
      stateLaw: null,
    },
  ],
};
