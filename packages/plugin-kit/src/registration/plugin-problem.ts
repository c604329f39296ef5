/** One thing that is wrong with a plug-in: `path` names the place in its definition (`measures.residents.unit`). */
export type PluginProblem = { readonly plugin: string; readonly path: string; readonly message: string };

/** Takes note of a problem at a place of the definition being checked. */
export type Report = (path: string, message: string) => void;

/** Takes note of a problem of one of several plug-ins. */
export type PluginReport = (plugin: string, path: string, message: string) => void;

/** `care-places measures.places.unit: message`: a problem in one line. */
export function formatPluginProblem({ plugin, path, message }: PluginProblem): string {
  return path === '' ? `${plugin}: ${message}` : `${plugin} ${path}: ${message}`;
}
