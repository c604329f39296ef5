export { openingPlugin } from './opening-plugin.ts';
