export { housingPlugin } from './housing-plugin.ts';
