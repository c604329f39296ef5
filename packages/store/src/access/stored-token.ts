import { InputProblems, type Target } from '@kreisweit/domain';
import type { AccessToken } from './access-token.ts';
import { ACCESS_TOKEN_COLUMNS } from './access-token-columns.ts';
import { grantTargets } from './grant-targets.ts';
import type { Rows } from './rows.ts';

/** A stored token and what each of its grants is held for. `isOver`: it has expired by the clock of the database. */
export type StoredToken = {
  readonly token: AccessToken;
  readonly isOver: boolean;
  readonly targets: readonly Target[];
};

/** Reads a token and holds its row until the transaction ends, so that two who change it do so one after the other; null: there is none. */
export async function storedToken(rows: Rows, id: string): Promise<StoredToken | null> {
  const [found] = await rows<AccessToken & { isOver: boolean }>(HOLD, [id]);
  if (found === undefined) return null;
  const { isOver, ...token } = found;
  return { token, isOver, targets: await grantTargets(rows, token.grants) };
}

/** What is answered to those who may know that there is no such token. */
export function noSuchToken(id: string, refused: string): InputProblems {
  const message = `there is no token "${id}": name it like kw_7kq2mx4p ("kreisweit token list" lists them)`;
  return new InputProblems(refused, [{ field: 'id', message }]);
}

/** An update that changes nothing holds the row as well, and runs on a cluster, where a cursor lock does not. */
const HOLD = `
update access_token k set id = k.id where k.id = $1
returning ${ACCESS_TOKEN_COLUMNS}, k.expires_at <= now() as "isOver"`;
