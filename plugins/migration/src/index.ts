export { migrationPlugin } from './migration-plugin.ts';
