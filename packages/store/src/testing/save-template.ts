/** A program: writes a new, empty embedded database to the file it is given. See `embeddedTemplate`. */
import { rename, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { embeddedOptions } from '../database/embedded-options.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('Usage: save-template.ts <file>');

const database = await PGlite.create(embeddedOptions);
const dump = await database.dumpDataDir('gzip');
await database.close();
// Two runs at once may both make it: the last complete one stays.
const unfinished = `${file}.${process.pid}`;
await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
await rename(unfinished, file);
