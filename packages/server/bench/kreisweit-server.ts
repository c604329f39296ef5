/**
 * A program: the HTTP server of Kreisweit over the database of the URL given, as `kreisweit serve` runs it, but without
 * synchronising the built-in plug-ins, which would close the indicators of the benchmark. Writes the URL of its API as
 * one line and ends with its standard input.
 */
import { once } from 'node:events';
import { createSchema } from '@kreisweit/graphql';
import { openStore } from '@kreisweit/store';
import { graphqlServer } from '../src/http/graphql-server.ts';
import { httpServer } from '../src/http/http-server.ts';
import { readyServer } from '../src/http/ready-server.ts';
import { createLog } from '../src/log.ts';
import { listen } from '../src/serve/listen.ts';
import { limitsOfBench } from './limits-of-bench.ts';

const [database = ''] = process.argv.slice(2);
const log = createLog('info');
const store = await openStore({ kind: 'server', url: database });
const apollo = await graphqlServer(createSchema(), log);
const ready = readyServer({ store, apollo, log });
const http = await httpServer({ phase: () => ready, origins: [], log, limits: limitsOfBench });
const url = await listen(http, { host: '127.0.0.1', port: 0 });
process.stdout.write(`${url}/graphql\n`);

await once(process.stdin.resume(), 'close');
await http.close();
await apollo.stop();
await store.close();
