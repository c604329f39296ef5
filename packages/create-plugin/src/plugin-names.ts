import { CreateError } from './create-error.ts';

/** What a plug-in with this id is called: `waiting-times`, `waitingTimes`. */
export type PluginNames = { readonly id: string; readonly camelCase: string };

/** The names of a plug-in. Throws CreateError when the id is missing or not in kebab-case. */
export function pluginNames(id: string | undefined): PluginNames {
  if (id === undefined)
    throw new CreateError('the id of the plug-in is missing: write one such as waiting-times');
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
    throw new CreateError(
      `"${id}" is no id of a plug-in: write small letters and digits, with hyphens between words, such as waiting-times`,
    );
  }
  const camelCase = id.replace(/-([a-z0-9])/g, (_, first: string) => first.toUpperCase());
  return { id, camelCase };
}
