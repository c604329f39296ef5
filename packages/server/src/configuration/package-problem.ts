/**
 * One thing that is wrong with a plug-in of somebody else. `package` is the name in the configuration; `plugin` is null
 * where it is not known which plug-in it is.
 */
export type PackageProblem = {
  readonly package: string;
  readonly plugin: string | null;
  readonly path: string;
  readonly message: string;
};

/** `kreisweit-plugin-places: places measures.places.unit: message`: a problem in one line. */
export function formatPackageProblem({ package: name, plugin, path, message }: PackageProblem): string {
  const place = [plugin, path].filter((part) => part !== null && part !== '').join(' ');
  return place === '' ? `${name}: ${message}` : `${name}: ${place}: ${message}`;
}
