export { type BoundaryFormat, boundaryAddress, boundaryFormats } from './boundary-address.ts';
export { type Context, createContext } from './context.ts';
export { checkCost, LARGEST_COST } from './cost/check-cost.ts';
export { type CostRequest, queryCost } from './cost/query-cost.ts';
export { createSchema } from './create-schema.ts';
export { InvalidArgument } from './error/invalid-argument.ts';
export { type ErrorLog, presentError } from './error/present-error.ts';
export { printSchema } from './print-schema.ts';
