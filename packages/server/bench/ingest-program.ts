/**
 * A program: ingests one table into the database of the URL given and writes the largest memory that it has held, in
 * bytes, as one line.
 */
import { basename } from 'node:path';
import { openInput } from '@kreisweit/plugin-kit';
import { populationPlugin } from '@kreisweit/plugin-population';
import { ingestRelease, openStore } from '@kreisweit/store';
import { releaseOf } from '../src/delivery/release-of.ts';

const [database = '', file = ''] = process.argv.slice(2);
const store = await openStore({ kind: 'server', url: database });
const release = releaseOf(await openInput(populationPlugin, file), basename(file), 'benchmark');
await ingestRelease(store, release);
await store.close();
process.stdout.write(`${process.resourceUsage().maxRSS * 1024}\n`);
