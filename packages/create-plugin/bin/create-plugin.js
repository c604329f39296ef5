#!/usr/bin/env node
/*
 * Starts the command `create-plugin`, or says that this Node is too old for it. Plain JavaScript that old versions of Node
 * understand: everything else is loaded only after the version was looked at.
 */
import { existsSync } from 'node:fs';

const OLDEST = 24;

if (Number(process.versions.node.split('.')[0]) >= OLDEST) {
  // A clone holds the sources, which Node 24 runs as they are; an installed package holds what was built from them.
  const source = new URL('../src/create-plugin-command.ts', import.meta.url);
  const built = new URL('../create-plugin-command.js', import.meta.url);
  await import(existsSync(source) ? source.href : built.href);
} else {
  process.stderr.write(
    `create-plugin needs Node ${OLDEST} or newer, this is ${process.version}: install it from https://nodejs.org\n`,
  );
  process.exitCode = 1;
}
