import { type TaskCoverage, taskMatrix } from '@kreisweit/domain';
import type { DivisionOfTasks, NamedTerritory, StoredAssignment, TaskInDistrict } from '@kreisweit/store';

/** One task in one territory of a district: who counts there on the day, and whether somebody answers for it. */
export type DivisionCell = {
  readonly task: TaskInDistrict;
  readonly territory: NamedTerritory;
  readonly coverage: TaskCoverage;
  readonly assignments: readonly StoredAssignment[];
};

/** Who does what where in a district on a day. `rows` are its cells by territory, in the order of its tasks. */
export type Division = DivisionOfTasks & { readonly rows: () => readonly (readonly DivisionCell[])[] };

/** A division whose cells are made once, when they are first asked for: every municipality of a district asks for its row. */
export function divisionWithCells(division: DivisionOfTasks): Division {
  let rows: readonly (readonly DivisionCell[])[] | undefined;
  return {
    ...division,
    rows: () => {
      rows ??= rowsOf(division);
      return rows;
    },
  };
}

function rowsOf({ assignments, territories, tasks, on }: DivisionOfTasks) {
  const cells = taskMatrix(assignments, territories, tasks, on);
  return territories.map((territory, row) =>
    tasks.flatMap((task, column): DivisionCell[] => {
      const cell = cells[row * tasks.length + column];
      return cell === undefined ? [] : [{ ...cell, task, territory }];
    }),
  );
}

/** True for a territory under this key, in either of its roles. */
export function isUnderKey({ key, sameAs }: NamedTerritory, asked: string): boolean {
  return key === asked || sameAs === asked;
}
