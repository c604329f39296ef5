import type { CurrentValue } from '@kreisweit/domain';
import { demoTables } from '../../demo-facts.ts';

/** The figures of a district in the demo. */
export function figuresOfDistrict(district: string): readonly CurrentValue[] {
  return demoTables.flatMap(({ columns, rows }) =>
    rows
      .filter(([key]) => key === district)
      .flatMap(([, , ...values]) =>
        columns.map(({ measure, period }, index) => ({
          ...{ indicator: `population/${measure}`, breakdown: {}, period, value: Number(values[index]) },
          status: 'NORMAL',
        })),
      ),
  );
}
