/** What is read of the package.json of a workspace. Targets of `exports` and `bin` are sources (`./src/index.ts`). */
export type PackageManifest = {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly keywords?: readonly string[];
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  /** What is published beside the compiled sources. */
  readonly files?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
};

/** The oldest Node that runs what is published. */
const ENGINES = Object.freeze({ node: '>=24' });

/**
 * The package.json of the package that others install: what is compiled stands where `src` stood, scripts and what is
 * for development only are left out.
 *
 * @example "exports": { ".": "./src/index.ts" } becomes { ".": { "types": "./index.d.ts", "default": "./index.js" } }
 */
export function publishableManifest(manifest: PackageManifest): object {
  const { name, version, description, license, keywords, bin, files = [] } = manifest;
  const { dependencies, peerDependencies, peerDependenciesMeta } = manifest;
  return {
    name,
    version,
    description,
    ...(keywords && { keywords }),
    license,
    type: 'module',
    exports: mapped(manifest.exports, (source) => ({
      types: compiled(source, '.d.ts'),
      default: compiled(source, '.js'),
    })),
    ...(bin && { bin: mapped(bin, (source) => compiled(source, '.js')) }),
    files: ['**/*.js', '**/*.d.ts', ...files],
    engines: ENGINES,
    ...(dependencies && { dependencies }),
    ...(peerDependencies && { peerDependencies }),
    ...(peerDependenciesMeta && { peerDependenciesMeta }),
  };
}

function mapped<To>(record: Readonly<Record<string, string>>, to: (source: string) => To) {
  return Object.fromEntries(Object.entries(record).map(([name, source]) => [name, to(source)]));
}

/** `./src/testing/index.ts` as it is called in the published package: `./testing/index.js`. */
function compiled(source: string, extension: '.js' | '.d.ts'): string {
  const [, path] = source.match(/^\.\/src\/(.+)\.ts$/) ?? [];
  if (path === undefined) throw new Error(`"${source}" is no source: write ./src/<name>.ts`);
  return `./${path}${extension}`;
}
