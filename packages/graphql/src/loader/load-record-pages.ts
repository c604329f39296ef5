import {
  type KeyedPage,
  type Placed,
  type RecordSource,
  type RecordsRequest,
  recordPages,
} from '@kreisweit/store';
import type { Context } from '../context.ts';
import { connectionByKey } from '../schema/connection.ts';

/** Loads pages of the records of districts, as connections, in the order of the requests: one statement. */
export function recordConnections<Row>(source: RecordSource<Row>) {
  return async (requests: readonly RecordsRequest[], { db }: Pick<Context, 'db'>) => {
    const pages = await recordPages(db, source, requests);
    return requests.map(({ after }, index) => connectionOf(pages[index] ?? EMPTY, after));
  };
}

const EMPTY = { rows: [], total: 0, hasNext: false };

function connectionOf<Row>(page: KeyedPage<Placed<Row>>, after: string | null) {
  const { edges, ...rest } = connectionByKey(page, after, ({ place }) => place);
  return { ...rest, edges: edges.map(({ cursor, node }) => ({ cursor, node: node.record })) };
}
