export { earlyYearsPlugin } from './early-years-plugin.ts';
