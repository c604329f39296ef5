export type {
  BoundaryNote,
  Breakdown,
  Catalogue,
  Cell,
  DeliveredObservation,
  Formula,
  LocalisedText,
  MemberCondition,
  Period,
  Problem,
  Reference,
  Rollup,
  UnitKey,
} from '@kreisweit/domain';
export { formatProblem, InputProblems, readCell } from '@kreisweit/domain';
export { defineIndicatorPlugin } from './definition/define-indicator-plugin.ts';
export {
  API_VERSION,
  type ColumnMapping,
  type IndicatorDefinition,
  type IndicatorPlugin,
  type IndicatorText,
  type InputDefinition,
  type Load,
  type LoadContext,
  type MeasureDefinition,
  type MeasureRefs,
  type PluginDefinition,
  type StatisticDefinition,
  type SubjectDefinition,
} from './definition/plugin-definition.ts';
export {
  add,
  change,
  constant,
  difference,
  divide,
  index,
  lag,
  multiply,
  per,
  ref,
  share,
  subtract,
} from './formula/formula-nodes.ts';
export {
  type GenesisTable,
  type OpenOptions,
  openGenesisTable,
  type TableRow,
} from './genesis/genesis-table.ts';
export type { TableDate } from './genesis/table-date.ts';
export type { TableFooter } from './genesis/table-footer.ts';
export type { TableColumn } from './genesis/table-header.ts';
export type { Log } from './input/log.ts';
export { type OpenedInput, type OpenInputOptions, openInput } from './input/open-input.ts';
export { formatPluginProblem, type PluginProblem } from './registration/plugin-problem.ts';
export { type Registration, registerPlugins } from './registration/register-plugins.ts';
