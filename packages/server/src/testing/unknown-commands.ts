import type { Command } from 'commander';
import { program } from '../cli/program.ts';

/** The lines of a document that call `kreisweit` in code, also inside a sentence, without prompt and comment. */
export function commandLines(document: string): readonly string[] {
  const blocks = [...document.matchAll(/^```(?:sh|console)\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replace(/^\$ /, '').replace(/ +#.*$/, ''));
  const inSentences = [...document.matchAll(/`((?:npx )?kreisweit [^`]+)`/g)].map(([, line = '']) => line);
  return [...blocks, ...inSentences]
    .map((line) => line.replace(/^npx /, ''))
    .filter((line) => line.startsWith('kreisweit '));
}

/** What of such lines the command does not know: a command, or an option of it. */
export function unknownCommands(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const [, ...words] = line.split(/\s+/);
    const command = words
      .filter((word) => !word.startsWith('-'))
      .slice(0, 2)
      .reduce<Command>(
        (above, word) => above.commands.find((one) => one.name() === word) ?? above,
        program(),
      );
    const known = ['--help', ...command.options.map(({ long }) => long)];
    const options = words.filter((word) => word.startsWith('--') && !known.includes(word));
    // `import` and the program itself only hold others.
    const isCommand = command.commands.length === 0 || command.registeredArguments.length > 0;
    const isHelp = words.every((word) => word.startsWith('-'));
    return [...(isCommand || isHelp ? [] : [line]), ...options.map((option) => `${line}: ${option}`)];
  });
}
