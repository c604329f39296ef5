/**
 * The rows of a crosswalk, column by column: the large file has 405,911, and as objects they would take ten
 * times the memory. Keys are numbers, a share that the file leaves empty is NaN.
 */
export type LinkColumns = {
  readonly size: number;
  readonly line: Uint32Array;
  readonly year: Uint16Array;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly population: Float64Array;
  readonly area: Float64Array;
  readonly employment: Float64Array;
};

/** One row; see {@link LinkColumns}. */
export type LinkRow = { readonly [Column in Exclude<keyof LinkColumns, 'size'>]: number };

/** Collects rows into columns that grow as needed. */
export function linkColumns(): { readonly add: (row: LinkRow) => void; readonly done: () => LinkColumns } {
  let columns = allocate(1024);
  let size = 0;
  return {
    add: (row) => {
      if (size === columns.line.length) columns = grown(columns);
      columns.line[size] = row.line;
      columns.year[size] = row.year;
      columns.source[size] = row.source;
      columns.target[size] = row.target;
      columns.population[size] = row.population;
      columns.area[size] = row.area;
      columns.employment[size] = row.employment;
      size += 1;
    },
    done: () => ({ ...columns, size }),
  };
}

/** The row at an index. */
export function linkRow(columns: LinkColumns, index: number): LinkRow {
  return {
    line: columns.line[index] ?? 0,
    year: columns.year[index] ?? 0,
    source: columns.source[index] ?? 0,
    target: columns.target[index] ?? 0,
    population: columns.population[index] ?? Number.NaN,
    area: columns.area[index] ?? Number.NaN,
    employment: columns.employment[index] ?? Number.NaN,
  };
}

function allocate(length: number): Omit<LinkColumns, 'size'> {
  return {
    line: new Uint32Array(length),
    year: new Uint16Array(length),
    source: new Uint32Array(length),
    target: new Uint32Array(length),
    population: new Float64Array(length),
    area: new Float64Array(length),
    employment: new Float64Array(length),
  };
}

function grown(columns: Omit<LinkColumns, 'size'>): Omit<LinkColumns, 'size'> {
  const larger = allocate(columns.line.length * 2);
  larger.line.set(columns.line);
  larger.year.set(columns.year);
  larger.source.set(columns.source);
  larger.target.set(columns.target);
  larger.population.set(columns.population);
  larger.area.set(columns.area);
  larger.employment.set(columns.employment);
  return larger;
}
