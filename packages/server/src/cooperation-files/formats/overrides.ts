import { type TaskOverride, taskLevelTitles, taskObligationTitles } from '@kreisweit/domain';
import { column, localisedColumns, oneRow, type RecordFormat } from '../record-format.ts';
import { choice, key, localised, nullable, object, territory } from '../shape.ts';

const override = object<TaskOverride>({
  district: territory,
  task: key,
  obligation: nullable(choice(taskObligationTitles)),
  level: nullable(choice(taskLevelTitles)),
  reason: localised,
});

/** How tasks of the catalogue are in a district, where they are otherwise. */
export const overridesFormat: RecordFormat<TaskOverride, TaskOverride> = {
  kind: 'overrides',
  title: { de: 'Abweichende Aufgaben', en: 'Overridden tasks' },
  about: {
    de: 'eine Aufgabe des Katalogs, die in einem Landkreis anders ist',
    en: 'a task of the catalogue that is otherwise in a district',
  },
  record: override,
  row: override,
  columns: [
    column('district', 'district', 'Landkreis', 'district'),
    column('task', 'task', 'Aufgabe des Katalogs', 'task of the catalogue'),
    column(
      'obligation',
      'obligation',
      'ob sie dort Pflicht ist; leer = wie im Katalog',
      'whether it must be carried out there; empty = as in the catalogue',
    ),
    column(
      'level',
      'level',
      'wessen Aufgabe sie dort ist; leer = wie im Katalog',
      'whose task it is there; empty = as in the catalogue',
    ),
    ...localisedColumns('reason', 'reason', 'warum', 'why'),
  ],
  ...oneRow,
  sample: [
    {
      district: '12070',
      task: 'language-courses',
      obligation: 'MANDATORY',
      level: null,
      reason: { de: 'Beschluss des Kreistags 12/2026', en: 'Resolution 12/2026 of the district council' },
    },
  ],
};
