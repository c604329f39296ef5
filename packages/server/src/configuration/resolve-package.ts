import { existsSync, readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The address of what a package exports, as a file at `from` would import it. Throws an error that says what to do where the
 * package is not installed there, or what it exports is not there.
 */
export function resolvePackage(name: string, from: string): URL {
  const manifest = manifestOf(name, from);
  if (manifest === null) {
    throw new Error(
      `is not installed in ${dirname(from)}: run "npm install ${name}" there, or name it no more`,
    );
  }
  const target = required(name, from) ?? imported(manifest);
  if (target !== null && existsSync(target)) return pathToFileURL(target);
  const missing = target === null ? '"exports" in its package.json names nothing' : `there is no ${target}`;
  throw new Error(`exports nothing that can be loaded (${missing}): build it, or install it anew`);
}

function required(name: string, from: string): string | null {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return null;
  }
}

/** A package that is only made for `import` is not found by way of require. */
function imported(manifest: string): string | null {
  const target = importTarget(JSON.parse(readFileSync(manifest, 'utf8')).exports);
  return target === null ? null : join(dirname(manifest), target);
}

function manifestOf(name: string, from: string): string | null {
  try {
    return findPackageJSON(name, pathToFileURL(from)) ?? null;
  } catch {
    return null;
  }
}

/** What `exports` says of the package itself for `import`. */
function importTarget(exports: unknown): string | null {
  if (typeof exports === 'string') return exports;
  if (typeof exports !== 'object' || exports === null) return null;
  for (const [condition, target] of Object.entries(exports)) {
    if (!['.', 'node', 'import', 'default'].includes(condition)) continue;
    const found = importTarget(target);
    if (found !== null) return found;
  }
  return null;
}
