import {
  breakdownKey,
  type DeliveredObservation,
  type DeliveredRelease,
  type Delivery,
  flagBits,
  readCell,
} from '@kreisweit/domain';
import fc from 'fast-check';
import { type RandomCountry, type RandomKey, randomCountry } from './random-country.ts';

/** An input whose institute alters each figure at random. */
export const ROUGH_INPUT = 'small/rough';

/** Columns of tables that have to do with each other. Before 2013 there is no register yet, after 2021 none any more. */
const TABLES: readonly (readonly string[])[] = [
  ['waitDays 2014', 'places 2014'],
  ['waitDays 2012', 'places 2012', 'places 2022', 'waitDays 2022'],
  ['residents 2014', 'residents 2014 female', 'foreigners 2014', 'foreigners 2014 female'],
  ['residents 2012', 'residents 2013', 'residents 2022', 'places 2014'],
  ['helped 2014', 'helped 2014 female', 'helped 2014 male', 'asked 2014', 'asked 2014 female', 'helped 2015'],
  ['lowest 2014', 'highest 2014', 'offices 2014', 'rating 2014'],
  ['moves 2014', 'noisy 2014', 'moves 2012'],
  ['desks 2012', 'desks 2014', 'desks 2022'],
];

/** A cell by numbers that are taken modulo how many keys and columns there are. */
type DrawnCell = { readonly key: number; readonly column: number; readonly text: string };
type DrawnRelease = {
  readonly input: string;
  readonly kind: 'full' | 'partial';
  readonly cells: readonly DrawnCell[];
  /** What stands in each cell of all municipalities, in turn; none where that is no complete table. */
  readonly everywhere: readonly string[];
};
type Step = { readonly release: DrawnRelease } | { readonly withdraw: number };

const figure = fc.integer({ min: 0, max: 7 }).map(String);
const text = fc.oneof(
  { weight: 8, arbitrary: figure },
  { weight: 1, arbitrary: fc.constantFrom('.', '*', '...', 'x', '/', '3p', '(4)') },
  { weight: 1, arbitrary: fc.constantFrom('-', '-', '.') },
);
const cells = fc.array(fc.record({ key: fc.nat(99), column: fc.nat(11), text }), { maxLength: 30 });
const input = fc.constantFrom('small/first', 'small/first', 'small/second', ROUGH_INPUT);
const kind = fc.constantFrom('full' as const, 'partial' as const);
const complete = fc.record({
  input,
  kind,
  cells,
  everywhere: fc.array(fc.oneof({ weight: 12, arbitrary: figure }, text), { minLength: 1, maxLength: 11 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ release: fc.record({ input, kind, cells, everywhere: fc.constant([]) }) }),
  },
  { weight: 1, arbitrary: fc.record({ release: complete }) },
  { weight: 2, arbitrary: fc.record({ withdraw: fc.nat(9) }) },
);
const history = fc.record({
  country: randomCountry,
  tables: fc.uniqueArray(fc.constantFrom(...TABLES), { minLength: 1, maxLength: 2 }),
  first: complete,
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
});

/** A cell of a table: its key, its column and what stands there. */
type Cell = { readonly key: RandomKey; readonly column: string; readonly text: string };
/** A release as it is delivered. */
export type HistoricRelease = Pick<DrawnRelease, 'input' | 'kind'> & { readonly cells: readonly Cell[] };
/** The releases of a country as they are delivered, and withdrawals of the releases by their number, from 0. */
export type History = {
  readonly country: RandomCountry;
  readonly events: readonly ({ readonly release: HistoricRelease } | { readonly withdraw: number })[];
};

/** Up to six releases of two or three inputs in any country, with withdrawals between them; printed as tables. */
export const randomHistory: fc.Arbitrary<History> = history
  .map(({ country, tables, first, steps }) => {
    const columns = tables.flat();
    const released: number[] = [];
    let releases = 0;
    const events = [{ release: first }, ...steps].flatMap((each): History['events'] => {
      if ('release' in each) {
        const release = releaseWith(country, columns, each.release);
        if (release.cells.length === 0) return [];
        released.push(releases);
        releases += 1;
        return [{ release }];
      }
      const [number] = released.splice(each.withdraw % Math.max(released.length, 1), 1);
      return number === undefined ? [] : [{ withdraw: number }];
    });
    return { country, events };
  })
  .map((each) => Object.assign(each, { [fc.toStringMethod]: () => told(each) }));

/** Of the keys of one territory a table has one in each column; of what no register shows a `-` says nothing at all. */
function releaseWith(
  { keys }: RandomCountry,
  columns: readonly string[],
  { input, kind, cells, everywhere }: DrawnRelease,
): HistoricRelease {
  const drawn = cells.flatMap(({ key, column, text }): Cell[] => {
    const [named, title] = [keys[key % keys.length], columns[column % columns.length]];
    return named === undefined || title === undefined ? [] : [{ key: named, column: title, text }];
  });
  const municipalities = keys.filter((key) => key.level === 'municipality' && key.association === null);
  const complete = municipalities
    .filter(({ isInRegister }) => isInRegister)
    .flatMap((key, row) =>
      columns.flatMap((column, index): Cell[] => {
        const text = everywhere[(row * columns.length + index) % everywhere.length];
        return text === undefined ? [] : [{ key, column, text }];
      }),
    );
  const distinct = new Map([...complete, ...drawn].map((each) => [each.key.territory + each.column, each]));
  return {
    input,
    kind,
    cells: [...distinct.values()].map((each) =>
      each.text === '-' && !each.key.isInRegister ? { ...each, text: '...' } : each,
    ),
  };
}

/** A cell as the reader of a table delivers it; `index` is its row. */
export function observationOf({ key, column, text }: Cell, index: number): DeliveredObservation {
  const [measure = '', period = '', sex] = column.split(' ');
  const cell = readCell(text, { decimal: ',' });
  if (typeof cell === 'string') throw new Error(cell);
  return {
    measure,
    period,
    territory: key.delivered,
    name: `Name of ${key.delivered}`,
    breakdown: sex === undefined ? {} : { sex },
    cell,
    line: index + 1,
    column: 1,
  };
}

/** A release as the model sees it. */
export function deliveredRelease({ input, kind, cells }: HistoricRelease): DeliveredRelease {
  return {
    input,
    kind,
    levels: cells.map(({ key }) => key.level),
    deliveries: cells.map((cell, index): Delivery => {
      const { measure, period, breakdown = {}, cell: figure } = observationOf(cell, index);
      const { territory, association } = cell.key;
      return {
        territory,
        measure: `small/${measure}`,
        period,
        breakdown: breakdownKey(breakdown),
        figure: input === ROUGH_INPUT ? { ...figure, flags: figure.flags | flagBits.PERTURBED } : figure,
        association,
      };
    }),
  };
}

/** A history as text: the municipalities of each register, and each step. */
function told({ country, events }: History): string {
  const registers = country.registers.map(({ territoryDate, entries }) =>
    [
      `register of ${territoryDate}`,
      ...entries.map(({ ars, textCode, population }) => `${ars} ${textCode} ${population}`),
    ].join('\n  '),
  );
  const steps = events.map((event) => {
    if ('withdraw' in event) return `withdraw release ${event.withdraw}`;
    const { input, kind, cells } = event.release;
    return [
      `${kind} release of ${input}`,
      ...cells.map(({ key, column, text }) => `${key.delivered}  ${column}  ${text}`),
    ].join('\n  ');
  });
  return `\n${[...registers, ...steps].join('\n')}\n`;
}
