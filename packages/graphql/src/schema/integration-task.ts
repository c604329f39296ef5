import {
  type IntegrationTask as IntegrationTaskRow,
  integrationTasks,
  taskLevelTitles,
  taskObligationTitles,
} from '@kreisweit/domain';
import type { TaskInDistrict } from '@kreisweit/store';
import { recordOfId } from '../argument/record-id.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { District } from './district.ts';
import { localisedField, optionalLocalisedField } from './localised-field.ts';
import { TaskLevel } from './task-level.ts';
import { TaskObligation } from './task-obligation.ts';
import { TaskOverride } from './task-override.ts';

/** A task as one district has it, or as it stands in the catalogue: then no district shows it. */
export type TaskRow = Omit<TaskInDistrict, 'shownIn'> & { readonly shownIn: string | null };

/** A task as it stands in the catalogue. */
export function taskOfCatalogue(task: IntegrationTaskRow): TaskRow {
  return { ...task, shownIn: null, override: null, revision: null };
}

/** A task of integration work. */
export const IntegrationTask = builder.objectRef<TaskRow>('IntegrationTask');

builder.node(IntegrationTask, {
  description:
    'A task of integration work. What is said of one of the catalogue is the usual case and no legal advice; inside a district it is as that district has adapted it.',
  id: { resolve: ({ shownIn, key }) => (shownIn === null ? key : `${shownIn}/${key}`) },
  loadMany: (ids: readonly string[], context: Context) => Promise.all(ids.map((id) => taskOfId(id, context))),
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key.' }),
    title: localisedField(t, 'What it is.', ({ title }) => title),
    description: localisedField(t, 'What belongs to it.', ({ description }) => description),
    obligation: t.expose('obligation', {
      type: TaskObligation,
      description: 'Whether it must be carried out.',
    }),
    obligationTitle: localisedField(
      t,
      'What people call that obligation.',
      ({ obligation }) => taskObligationTitles[obligation],
    ),
    level: t.expose('level', { type: TaskLevel, description: 'Who carries it.' }),
    levelTitle: localisedField(t, 'What people call that level.', ({ level }) => taskLevelTitles[level]),
    stateLaw: optionalLocalisedField(
      t,
      'How the law of the Länder differs; null where it does not, as far as is known.',
      ({ stateLaw }) => stateLaw,
    ),
    district: t.field({
      type: District,
      nullable: true,
      description: 'The district that added it; null for one of the catalogue.',
      resolve: ({ district }, _, { loaders }) =>
        district === null ? null : loaders.territory.load({ kind: 'district', key: district, on: null }),
    }),
    override: t.expose('override', {
      type: TaskOverride,
      nullable: true,
      description:
        'Why it is other than in the catalogue in this district; null where it is not, and outside of a district.',
    }),
    revision: t.exposeInt('revision', {
      nullable: true,
      description:
        'Of a task that the district added: send it along with the next change. Null for one of the catalogue.',
    }),
  }),
});

/** The task of an id: of the catalogue, or as a district has it; null where there is no such district or task. */
async function taskOfId(id: string, { loaders }: Context): Promise<TaskRow | null> {
  const { district, key } = recordOfId(id);
  if (district === '') {
    const task = integrationTasks.find((each) => each.key === key);
    return task === undefined ? null : taskOfCatalogue(task);
  }
  if ((await loaders.territory.load({ kind: 'district', key: district, on: null })) === null) return null;
  return (await loaders.districtTasks.load(district)).find((each) => each.key === key) ?? null;
}
