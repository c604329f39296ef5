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
export { type DistrictRow, districtTable, type FileFigures } from './check/district-table.ts';
export { defineIndicatorPlugin } from './definition/define-indicator-plugin.ts';
export type {
  CodedInput,
  CodedMapping,
  ColumnMapping,
  GenesisInput,
  IgnoredColumn,
  IgnoredRows,
  InputDefinition,
  KnownMistake,
  OwnFiguresInput,
} from './definition/input-definition.ts';
export {
  API_VERSION,
  type ForPeople,
  type IndicatorDefinition,
  type IndicatorPlugin,
  type IndicatorText,
  type Load,
  type LoadContext,
  type MeasureDefinition,
  type MeasureRefs,
  type PlausibilityDefinition,
  type PluginDefinition,
  type StatisticDefinition,
  type SubjectDefinition,
} from './definition/plugin-definition.ts';
export { type FileFormat, formatTitles, type SniffedFile, sniffFile } from './file/sniff-file.ts';
export { type FlatFile, type OpenFlatOptions, openFlatFile } from './flat/flat-file.ts';
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
export { type FoundInput, type FoundInputs, findInputs } from './input/find-inputs.ts';
export type { Log } from './input/log.ts';
export { type OpenedInput, type OpenInputOptions, openInput } from './input/open-input.ts';
export { type ProblemList, problemList } from './input/problem-list.ts';
export type { ReadingAccount } from './input/reading-account.ts';
export {
  type JsonStatTable,
  type OpenJsonStatOptions,
  openJsonStat,
} from './json-stat/json-stat-file.ts';
export type { Finding, LongFormat, LongRow, LongTable } from './long/long-table.ts';
export { NO_VALUE_YET } from './own-figures/map-own-figures.ts';
export { type DeliveredCell, missingIn } from './own-figures/missing-in.ts';
export {
  type OpenOwnFiguresOptions,
  type OwnFiguresFile,
  openOwnFigures,
} from './own-figures/own-figures-file.ts';
export type { OwnFiguresRow, RowPlace } from './own-figures/own-figures-row.ts';
export { writeTemplateCsv } from './own-figures/template-csv.ts';
export { type TemplateRow, type TemplateTerritory, templateRows } from './own-figures/template-rows.ts';
export { writeTemplateXlsx } from './own-figures/template-xlsx.ts';
export { formatPluginProblem, type PluginProblem } from './registration/plugin-problem.ts';
export { type Registration, registerPlugins } from './registration/register-plugins.ts';
export { type OpenSdmxOptions, openSdmxCsv } from './sdmx/sdmx-file.ts';
export { readTable, type TableRecord, type TableSheet } from './table/read-table.ts';
export { writeTableCsv } from './table/write-table-csv.ts';
export { writeTableXlsx } from './table/write-table-xlsx.ts';
export type { WrittenCell, WrittenColumn, WrittenTable } from './table/written-table.ts';
export type { SheetCell } from './xlsx/workbook-sheet.ts';
