import type { Writer } from '../write/write-version.ts';

/**
 * True when more than one input delivers one of the measures. Then the latest release of each cell has to be chosen,
 * which costs a sort; most measures come from one input.
 */
export async function severalInputs(writer: Writer, measureIds: readonly number[]): Promise<boolean> {
  const rows = await writer.rows(
    `select m
     from release, unnest(measure_ids) as m
     where version_until is null and m = any($1)
     group by m
     having count(distinct input_id) > 1
     limit 1`,
    [measureIds],
  );
  return rows.length > 0;
}
