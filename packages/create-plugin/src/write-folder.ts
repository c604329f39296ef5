import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CreateError } from './create-error.ts';
import type { CreatedFile } from './template-files.ts';

/** What may stand in a folder that counts as empty. */
const INVISIBLE = ['.git', '.DS_Store'];

/**
 * Writes files into a folder that is empty or not there yet: all of them or none. Throws CreateError when something stands in
 * it.
 */
export async function writeFolder(folder: string, files: readonly CreatedFile[]): Promise<void> {
  const found = await entriesOf(folder);
  const standing = found.filter((name) => !INVISIBLE.includes(name));
  if (standing.length > 0) {
    const some = standing.slice(0, 3).join(', ');
    throw new CreateError(`${folder} is not empty (${some}): name a new folder, or an empty one`);
  }
  await mkdir(folder, { recursive: true });
  const draft = await mkdtemp(join(folder, '.draft-'));
  try {
    for (const { path, content } of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), content);
    }
    for (const name of await readdir(draft)) await rename(join(draft, name), join(folder, name));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') {
      throw new CreateError(`${folder} is a file: name a new folder, or an empty one`);
    }
    throw error;
  }
}
