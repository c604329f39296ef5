/**
 * A program: writes to databases as it is told, a `WriterTask` as JSON on a line of its standard input, and answers each on
 * a line of its standard output. It opens all connections first, answers `ready`, and begins with the next line. It ends
 * with its standard input. See `startWriterProcess`.
 */
import { createInterface } from 'node:readline';
import { openDatabase } from '../database/open-database.ts';
import { storeOn } from '../open-store.ts';
import { doWork } from './small-work.ts';
import type { WriterTask } from './writer-process.ts';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

for (;;) {
  const { value: line, done } = await lines.next();
  if (done === true) break;
  const { url, works } = JSON.parse(line) as WriterTask;
  const stores = await Promise.all(
    works.map(async () => storeOn(await openDatabase({ kind: 'server', url, max: 2 }))),
  );
  process.stdout.write('ready\n');
  await lines.next();
  const finished = await Promise.allSettled(
    stores.flatMap((store, index) => (works[index] ?? []).map((work) => doWork(store, work))),
  );
  await Promise.all(stores.map((store) => store.close()));
  const answer = finished.map((each) =>
    each.status === 'fulfilled' ? each.value : { error: String(each.reason) },
  );
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
