import { type TaskAssignment, taskRoleTitles } from '@kreisweit/domain';
import type { OfDistrict } from '@kreisweit/store';
import { column, oneRow, type RecordFormat } from '../record-format.ts';
import { choice, day, key, nullable, object, territory } from '../shape.ts';

type Assignment = OfDistrict<TaskAssignment>;

const assignment = object<Assignment>({
  district: territory,
  key,
  task: key,
  territory,
  actor: key,
  role: choice(taskRoleTitles),
  from: nullable(day),
  until: nullable(day),
});

/** Who does what where. */
export const assignmentsFormat: RecordFormat<Assignment, Assignment> = {
  kind: 'assignments',
  title: { de: 'Zuordnungen', en: 'Assignments' },
  about: {
    de: 'ein Akteur, der eine Aufgabe in einem Gebiet hat',
    en: 'an actor that has a task in a territory',
  },
  record: assignment,
  row: assignment,
  columns: [
    column('district', 'district', 'Landkreis', 'district'),
    column('key', 'key', 'Kennung im Landkreis', 'identity in the district'),
    column('task', 'task', 'Aufgabe', 'task'),
    column(
      'territory',
      'territory',
      'Gemeinde, Gemeindeverband oder Landkreis',
      'municipality, association or district',
    ),
    column('actor', 'actor', 'Akteur', 'actor'),
    column('role', 'role', 'was er dabei ist', 'what it is for it'),
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
      key: 'language-courses-perleberg',
      task: 'language-courses',
      territory: '12070296',
      actor: 'example-language-cafe',
      role: 'CONTRIBUTES',
      from: '2026-01-01',
      until: null,
    },
  ],
};
