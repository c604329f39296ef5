export { CreateError } from './create-error.ts';
export { createStandalone, type Standalone, type StandaloneOptions } from './create-standalone.ts';
export { type PluginNames, pluginNames } from './plugin-names.ts';
