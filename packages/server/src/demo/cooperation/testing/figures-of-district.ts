import type { CurrentValue } from '@kreisweit/domain';
import { demoTables } from '../../demo-facts.ts';

/** The figures of a district in the demo, and the share of foreign residents that follows from them. */
export function figuresOfDistrict(district: string): readonly CurrentValue[] {
  const cells = demoTables.flatMap(({ columns, rows }) =>
    rows
      .filter(([key]) => key === district)
      .flatMap(([, , ...values]) =>
        columns.map(({ measure, period }, index) => ({ measure, period, value: Number(values[index]) })),
      ),
  );
  const of = (measure: string) =>
    cells.find((cell) => cell.measure === measure && cell.period === '2015')?.value ?? 0;
  const residents2014 =
    cells.find(({ period, measure }) => measure === 'residents' && period === '2014')?.value ?? 0;
  return [
    ...cells,
    { measure: 'foreignShare', period: '2015', value: (of('foreigners') / of('residents')) * 100 },
    { measure: 'residentsChange', period: '2015', value: (of('residents') / residents2014 - 1) * 100 },
  ].map(({ measure, period, value }) => ({
    ...{ indicator: `population/${measure}`, breakdown: {}, period, value },
    status: 'NORMAL',
  }));
}
