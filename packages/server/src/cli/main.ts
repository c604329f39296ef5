import { program } from './program.ts';

// A reader that has seen enough, as `head` is, closes our output: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await program().parseAsync();
