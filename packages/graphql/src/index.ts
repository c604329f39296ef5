export { type Context, createContext } from './context.ts';
export { createSchema } from './create-schema.ts';
export { InvalidArgument } from './error/invalid-argument.ts';
export { type ErrorLog, presentError } from './error/present-error.ts';
export { anonymousReader, type Principal, type Role } from './principal.ts';
export { printSchema } from './print-schema.ts';
