export {
  type DatabaseChoice,
  type Environment,
  EnvironmentProblems,
  readEnvironment,
} from './environment.ts';
export { type ExampleQuery, exampleQueries } from './example-queries.ts';
export { createLog, type Log, type LogLevel } from './log.ts';
export { builtInPlugins } from './plugins.ts';
export { type RunningServer, type StartOptions, startServer } from './serve/start-server.ts';
export { type LoadedData, loadedData } from './status/loaded-data.ts';
