export { incomePlugin } from './income-plugin.ts';
