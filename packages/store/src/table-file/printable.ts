// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
const control = /[\u0000-\u001f\u007f-\u009f]/g;

/** A text of a file for a message: what a terminal would obey rather than show is replaced. */
export function printable(text: string): string {
  return text.replace(control, '\ufffd');
}
