import { type TerritoryRow, todayInGermany } from '@kreisweit/store';
import { builder, type Fields } from '../builder.ts';
import type { Context } from '../context.ts';
import { listOf } from '../cost/entries.ts';
import { type DivisionCell, isUnderKey } from '../task/division.ts';
import { Association } from './association.ts';
import { Municipality } from './municipality.ts';
import { TaskCell } from './task-cell.ts';

builder.objectField(Municipality, 'tasks', (t) =>
  tasksField(
    t,
    'What is settled here: each task of its district with those who count here. Empty without inhabitants.',
  ),
);

builder.objectField(Association, 'tasks', (t) =>
  tasksField(t, 'What is settled here: each task of its district with those who count here.'),
);

function tasksField(t: Fields<TerritoryRow>, description: string) {
  return t.field({
    ...listOf(30),
    type: [TaskCell],
    description,
    args: { on: t.arg({ type: 'Date', description: 'The day; today when left out.' }) },
    resolve: (territory, { on }, context) => cellsOf(territory, on ?? todayInGermany(), context),
  });
}

/** The row of a territory in the matrix of the district in which it lies on the day. */
async function cellsOf(
  { id, key }: TerritoryRow,
  day: string,
  { loaders }: Context,
): Promise<readonly DivisionCell[]> {
  const district = await loaders.above.load({ memberId: id, kind: 'district', day });
  if (district === null) return [];
  const division = await loaders.division.load({ district: district.key, day });
  return division.rows().find(([cell]) => cell !== undefined && isUnderKey(cell.territory, key)) ?? [];
}
