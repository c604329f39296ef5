export { citizenshipPlugin } from './citizenship-plugin.ts';
