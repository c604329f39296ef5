import { counted } from '../count.ts';
import { curlCommand, exampleQueries } from '../example-queries.ts';
import type { LoadedData } from '../status/loaded-data.ts';
import { version } from '../version.ts';
import type { RunningServer } from './start-server.ts';

/** What a person reads when the server has started: where it is, what it holds, what to try and how to go on. */
export function startMessage({
  url,
  database,
  loaded,
}: Pick<RunningServer, 'url' | 'database' | 'loaded'>): string {
  return [
    '',
    `Kreisweit ${version} is ready: open ${url} in a browser and try the queries in its tabs.`,
    '',
    `  database  ${database}`,
    `  loaded    ${loadedText(loaded)}`,
    '',
    'The same from the shell:',
    ...exampleQueries.flatMap((example) => ['', `  # ${example.title}`, `  ${curlCommand(url, example)}`]),
    '',
    'Your own data (stop the server first, unless DATABASE_URL names a PostgreSQL):',
    '',
    '  npx kreisweit import register <GV100AD...txt or ...Auszug_GV.xlsx>',
    '  npx kreisweit ingest population <table.csv>',
    '  npx kreisweit --help',
    '',
    'Ctrl-C stops.',
    '',
  ].join('\n');
}

function loadedText({
  dataVersion,
  registers,
  releases,
  districts,
  municipalities,
  values,
}: LoadedData): string {
  if (registers.length === 0 && releases.length === 0) return 'nothing yet';
  const demo = [...registers, ...releases].some((part) => part.demo) ? ' (demo data)' : '';
  const dates = registers.map(({ territoryDate }) => territoryDate).join(', ') || 'none';
  return [
    `${counted(districts, 'district')}, ${counted(municipalities, 'municipality', 'municipalities')}, ${counted(values, 'value')} of ${counted(releases.length, 'release')}${demo};`,
    `            registers of ${dates}; data version ${dataVersion}`,
  ].join('\n');
}
