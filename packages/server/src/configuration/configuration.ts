import type { Retention } from '@kreisweit/store';
import type { AccessConfiguration } from '../access/issuer.ts';
import type { Limits } from '../limits/limits.ts';
import type { Place } from './located-json.ts';

/** The name of the configuration file, where KREISWEIT_CONFIG names no other. */
export const CONFIGURATION_FILE = 'kreisweit.config.json';

/** Where the configuration is: the file that was named, or the first of the usual ones that there is. */
export type ConfigurationChoice =
  | { readonly kind: 'named'; readonly file: string }
  | { readonly kind: 'usual'; readonly files: readonly string[] };

/** A plug-in of somebody else, by the name of its package, and where it is named. */
export type NamedPackage = { readonly name: string; readonly place: Place };

/** What the configuration says. `file` is null where there is none: then nothing is configured. */
export type Configuration = {
  readonly file: string | null;
  readonly plugins: readonly NamedPackage[];
  readonly access: AccessConfiguration;
  readonly limits: Limits;
  readonly retention: Retention;
};
