import { CreateError } from './create-error.ts';
import type { PluginNames } from './plugin-names.ts';

/** How wide a line may be (biome.json). */
const WIDTH = 110;

/**
 * The list of plug-ins with one more, as the formatter writes it: an import and an entry at the end of the array. Text that
 * has them already stays as it is.
 */
export function withPlugin(text: string, { camelCase }: PluginNames, packageName: string): string {
  const name = `${camelCase}Plugin`;
  return withEntry(withImport(text, `import { ${name} } from '${packageName}';`), name);
}

function withImport(text: string, line: string): string {
  const lines = text.split('\n');
  if (lines.includes(line)) return text;
  // The imports from packages stand in the order of their names, before those from files.
  const next = lines.findIndex(
    (other) => sourceOf(other) > sourceOf(line) || sourceOf(other).startsWith('.'),
  );
  if (next === -1) throw unreadable('an import of a package');
  return [...lines.slice(0, next), line, ...lines.slice(next)].join('\n');
}

function sourceOf(line: string): string {
  return line.match(/^import .* from '([^']+)';$/)?.[1] ?? '';
}

function withEntry(text: string, name: string): string {
  const list = text.match(/^(.*builtInPlugins\b.*= Object\.freeze\()\[([^\]]*)\]\);$/m);
  if (list === null) throw unreadable('the array builtInPlugins');
  const [whole, before = '', entries = ''] = list;
  const names = entries
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (names.includes(name)) return text;
  const all = [...names, name];
  const inOneLine = `${before}[${all.join(', ')}]);`;
  const inManyLines = `${before}[\n${all.map((entry) => `  ${entry},\n`).join('')}]);`;
  return text.replace(whole, () => (inOneLine.length <= WIDTH ? inOneLine : inManyLines));
}

function unreadable(what: string): CreateError {
  return new CreateError(
    `packages/server/src/plugins.ts has not ${what} where it is expected: add the plug-in by hand`,
  );
}

/** The package.json of the server with the plug-in among its dependencies, in the order of names. */
export function withDependency(text: string, packageName: string): string {
  const manifest = JSON.parse(text);
  const dependencies = { ...manifest.dependencies, [packageName]: manifest.version };
  const sorted = Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...manifest, dependencies: sorted }, null, 2)}\n`;
}
