/** The longest line of an iCalendar text, in octets without its end (RFC 5545, 3.1). */
const LONGEST = 75;

const encoder = new TextEncoder();

/**
 * A content line of an iCalendar text with its CRLF (RFC 5545, 3.1): `NAME:value`, folded so that no line has more than 75 octets. A continuation
 * begins with a space, which counts. Characters of several octets are never split. `value` must be escaped where its type asks for it.
 */
export function contentLine(name: string, value: string): string {
  let folded = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const more = encoder.encode(character).length;
    if (octets + more > LONGEST) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += more;
  }
  return `${folded}\r\n`;
}

/**
 * A text as a value of the type TEXT (RFC 5545, 3.3.11): backslash, semicolon and comma are escaped, the end of a line is `\n`. Control characters, which
 * the type does not allow, become spaces, halves of surrogate pairs the replacement character.
 */
export function textValue(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n')
    .replace(CONTROL, ' ');
}

/** All but the tab, which the type allows. */
const CONTROL = /(?!\t)\p{Cc}/gu;
