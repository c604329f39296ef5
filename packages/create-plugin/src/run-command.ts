import { CreateError } from './create-error.ts';

/** Prints what the work answers; of what it, or the file system, refuses only the reason, with exit status 1. */
export async function runCommand(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(await work());
  } catch (error) {
    const isForeseen = error instanceof CreateError || (error instanceof Error && 'syscall' in error);
    if (!isForeseen) throw error;
    process.stderr.write(`create-plugin: ${error.message}\n`);
    process.exitCode = 1;
  }
}
