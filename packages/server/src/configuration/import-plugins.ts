import { API_VERSION, type IndicatorPlugin } from '@kreisweit/plugin-kit';
import { resolvePackage } from './resolve-package.ts';

/** An object that a package exports as a plug-in: nothing of it is checked yet. */
export type ExportedPlugin = IndicatorPlugin;

/**
 * Loads a package and answers the plug-ins among its exports: whatever has a name that ends in `Plugin`, or an `apiVersion`.
 * Throws an error that says what is wrong and what to do.
 */
export async function importPlugins(name: string, from: string): Promise<readonly ExportedPlugin[]> {
  const url = resolvePackage(name, from);
  const exported = await load(url);
  const found = Object.entries(exported).filter(([key, value]) => isMeantAsPlugin(key, value));
  // The same object may be exported by name and as default.
  const plugins = new Set(found.map(([, value]) => value));
  if (plugins.size > 0) return [...plugins].map(withSections);
  const names = Object.keys(exported);
  throw new Error(
    `exports no indicator plug-in (${names.length === 0 ? 'it exports nothing' : `only ${names.join(', ')}`}): ` +
      'export what defineIndicatorPlugin answers, under a name that ends in Plugin',
  );
}

async function load(url: URL): Promise<object> {
  try {
    return await import(/* @vite-ignore */ url.href);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Error(`does not load (${reason}): install or build it anew, or tell who made it`, {
      cause: error,
    });
  }
}

function isMeantAsPlugin(name: string, value: unknown): value is ExportedPlugin {
  if (typeof value !== 'object' || value === null) return false;
  return name.endsWith('Plugin') || 'apiVersion' in value;
}

/** A definition that is plain JSON, or made by an older kit, may lack the sections that may be left out. */
function withSections(plugin: ExportedPlugin): ExportedPlugin {
  const sections = { inputs: {}, indicators: {}, subjects: {}, plausibility: {} };
  return Object.freeze({ ...sections, ...plugin });
}

/** What to do about a plug-in that speaks another version of the contract; null for one that speaks ours. */
export function whyOtherContract(
  name: string,
  { apiVersion }: { readonly apiVersion: unknown },
): string | null {
  if (apiVersion === API_VERSION) return null;
  if (typeof apiVersion !== 'number') {
    return `has no version of the contract: write apiVersion: ${API_VERSION} into its definition`;
  }
  const advice =
    apiVersion > API_VERSION
      ? `update Kreisweit, or install an older version of ${name}`
      : `install a newer version of ${name}`;
  return `speaks version ${apiVersion} of the contract, and this Kreisweit version ${API_VERSION}: ${advice}`;
}
