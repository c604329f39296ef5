export { workPlugin } from './work-plugin.ts';
