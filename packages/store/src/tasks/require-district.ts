import { InputProblems } from '@kreisweit/domain';
import type { Rows } from '../access/rows.ts';

/** Throws InputProblems, with the field `district`, where there is no district of a key. */
export async function requireDistrict(rows: Rows, district: string): Promise<void> {
  const found = await rows(KNOWN, [district]);
  if (found.length === 0) throw unknownDistrict(district);
}

/** What is thrown where there is no district of a key. */
export function unknownDistrict(district: string): InputProblems {
  const message = `there is no district ${district}: write its five digits`;
  return new InputProblems('nothing is saved', [{ field: 'district', rule: 'UNKNOWN', message }]);
}

const KNOWN = `select 1 as found from territory where kind = 'district' and key = $1`;
