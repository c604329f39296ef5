/** A longer tag holds no table: its attributes alone would fill the memory. */
const LONGEST_TAG = 64 * 1024;

/**
 * Visits the opening tags of an XML text with their local names and the text of their attributes, as the reader of workbooks
 * finds them: with regard to quotation marks, comments and CDATA, and without any other demand. `end` is where the tag
 * ends; `visit` answers whether to go on. False when a tag, a comment and the like do not end, or when a tag is too long.
 */
export function xmlTags(
  xml: string,
  visit: (name: string, attributes: string, end: number) => boolean,
): boolean {
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const end = endOf(xml, at);
    if (end < 0) return false;
    if (isOpening(xml.charCodeAt(at + 1))) {
      const last = xml.charCodeAt(end - 2) === SLASH ? end - 2 : end - 1;
      const nameEnd = endOfName(xml, at + 1, last);
      const name = xml.slice(at + 1, nameEnd);
      if (!visit(name.slice(name.indexOf(':') + 1), xml.slice(nameEnd, last), end)) return true;
    }
    at = xml.indexOf('<', end);
  }
  return true;
}

const SLASH = 47;
const [EXCLAMATION, QUESTION, GREATER, QUOTE, APOSTROPHE] = [33, 63, 62, 34, 39];

function isOpening(character: number): boolean {
  return character !== EXCLAMATION && character !== QUESTION && character !== SLASH;
}

/** Behind the last character of what begins at a `<`; -1 when it does not end. */
function endOf(xml: string, at: number): number {
  const behind = (mark: string, from: number): number => {
    const found = xml.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length;
  };
  const next = xml.charCodeAt(at + 1);
  if (next === EXCLAMATION) {
    if (xml.startsWith('<!--', at)) return behind('-->', at + 4);
    if (xml.startsWith('<![CDATA[', at)) return behind(']]>', at + 9);
    return behind('>', at + 2);
  }
  if (next === QUESTION) return behind('?>', at + 2);
  if (next === SLASH) return behind('>', at + 2);
  let quote = 0;
  const last = Math.min(xml.length, at + LONGEST_TAG);
  for (let index = at + 1; index < last; index++) {
    const character = xml.charCodeAt(index);
    if (quote !== 0) {
      if (character === quote) quote = 0;
    } else if (character === QUOTE || character === APOSTROPHE) quote = character;
    else if (character === GREATER) return index + 1;
  }
  return -1;
}

function endOfName(xml: string, start: number, last: number): number {
  for (let index = start; index < last; index++) {
    const character = xml.charCodeAt(index);
    if (character === 32 || character === 9 || character === 10 || character === 13) return index;
  }
  return last;
}

const ATTRIBUTE = /([^\s=]+)\s*(?:=\s*(?:"([^"]*)"?|'([^']*)'?|(\S*)))?/g;

/** The value of an attribute in the text of all of them, the last where it stands twice; null without it. */
export function xmlAttribute(attributes: string, name: string): string | null {
  if (!attributes.includes(name)) return null;
  let found: string | null = null;
  for (const [, key, double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    if (key === name) found = double ?? single ?? bare ?? '';
  }
  return found;
}
