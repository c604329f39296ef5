import { MIMEType } from 'node:util';

/** File systems allow 255 bytes. */
const MOST_BYTES = 200;
const NAMELESS = 'delivered';

/** What no file name may hold anywhere: controls, marks that turn the direction of writing, and what some systems reserve. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029<>:"|?*]/gu;

/**
 * The name of a file that a client sends, fit to be shown and to be the name of a file: without a path and without controls, and at most
 * 200 bytes long, its ending kept. `delivered` where nothing of it is left.
 *
 * @example deliveredFileName('C:\\Ablage\\Müller 2022.csv') // 'Müller 2022.csv'
 */
export function deliveredFileName(text: string): string {
  const name = (text.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(UNFIT, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return name === '' ? NAMELESS : shortened(name);
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name;
  const [ending = ''] = /\.[a-z0-9]{1,8}$/i.exec(name) ?? [];
  let start = '';
  for (const letter of name.slice(0, name.length - ending.length)) {
    if (Buffer.byteLength(start + letter + ending) > MOST_BYTES) break;
    start += letter;
  }
  return start + ending;
}

/**
 * The name in a header Content-Disposition as Node gives it (bytes as Latin-1): `filename*` before `filename`; null where it says none or is
 * not understood. Names that are sent as plain UTF-8, as curl does, are read as such.
 */
export function nameInDisposition(header: string | undefined): string | null {
  if (header === undefined) return null;
  try {
    const { params } = new MIMEType(`header/${header}`);
    return decoded(params.get('filename*')) ?? unquoted(params.get('filename'));
  } catch {
    return null;
  }
}

/** `UTF-8''M%C3%BCller.csv` (RFC 8187). */
function decoded(text: string | null): string | null {
  const [, encoded] = /^utf-8'[^']*'(.*)$/i.exec(text ?? '') ?? [];
  if (encoded === undefined) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

function unquoted(text: string | null): string | null {
  if (text === null) return null;
  const utf8 = Buffer.from(text, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? text : utf8;
}
