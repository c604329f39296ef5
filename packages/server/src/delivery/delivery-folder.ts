import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'kreisweit-delivery-';

/** As long as the receipt of a delivery: none takes longer. */
const ABANDONED_MS = 60 * 60 * 1000;

/** A folder for one file that is being delivered, which nobody else may read. Disposing of it removes it with what is in it. */
export type DeliveryFolder = AsyncDisposable & { readonly path: string };

/** Makes the folder inside another one, by default that for temporary files. */
export async function deliveryFolder(inside: string = tmpdir()): Promise<DeliveryFolder> {
  const path = await mkdtemp(join(inside, PREFIX));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/**
 * Removes what deliveries left behind whose process was killed: their files may hold own counts of persons. Those of other processes that
 * are younger than an hour stay.
 */
export async function removeAbandoned(inside: string = tmpdir()): Promise<void> {
  for (const name of await readdir(inside)) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(inside, name);
    try {
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > ABANDONED_MS) await rm(path, { recursive: true, force: true });
    } catch {
      // Gone already, or of another user of this machine, who will remove it.
    }
  }
}
