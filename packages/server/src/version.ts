import packageFile from '../package.json' with { type: 'json' };

/** The version of Kreisweit that is running. */
export const version: string = packageFile.version;
