import { actingOperator } from '@kreisweit/domain';
import { applyRetention, type Retention, type Store } from '@kreisweit/store';
import { counted } from '../count.ts';
import type { Log } from '../log.ts';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * Deletes once a day what is kept no longer, beginning now; as "kreisweit tidy" does. What goes wrong is written to the log and tried again
 * the next day. Answers what ends it.
 */
export function dailyRetention(store: Store, retention: Retention, log: Log): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const tidy = async () => {
    try {
      const { removed } = await applyRetention(store, actingOperator, retention, { now: new Date() });
      const rows = Object.values(removed).reduce((sum, count) => sum + count, 0);
      if (rows > 0) log.info(`retention: ${counted(rows, 'entry', 'entries')} removed`);
    } catch (error) {
      log.error(`retention was not applied: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const start = () => {
    running = tidy();
  };
  start();
  const timer = setInterval(start, DAY_MILLISECONDS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
