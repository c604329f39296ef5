const HIDDEN = '[hidden]';

/**
 * A text for the log in which nothing is left that somebody could sign in with: our tokens (`kw_ab23cd45_[hidden]`: what everybody may know
 * of one stays, so that the operator knows which it was), JSON Web Tokens, what follows Bearer and Basic, passwords in addresses
 * (`postgres://user:[hidden]@host`) and values of `password=` and its like. Where it is not clear how far a secret goes, more is hidden.
 *
 * It takes time that grows with the length of the text and no faster, whatever the text is: others decide what is logged. So each pattern
 * consumes whatever it began with, or ends after a few characters.
 */
export function hideSecrets(text: string): string {
  return text
    .replace(RUN_OF_BASE64URL, withoutWebToken)
    .replace(AUTHORIZATION, (_, scheme: string, space: string, given: string) => {
      const [own] = OWN_TOKEN_BEGINS.exec(given) ?? [];
      return `${scheme}${space}${own === undefined ? '' : `${own}_`}${HIDDEN}`;
    })
    .replace(OWN_TOKEN, `$1_${HIDDEN}`)
    .replace(LIKE_OWN_TOKEN, `$1${HIDDEN}`)
    .replace(NAMED, `$1$2${HIDDEN}`)
    .replace(WORD, withoutPassword);
}

/** The same for the value of a detail; one whose name says that it is a secret is hidden, whatever it looks like. */
export function hideSecretsOf(name: string, value: string): string {
  return SECRET_NAME.test(name) ? HIDDEN : hideSecrets(value);
}

const SECRET_NAME = /^(?:authorization|cookie|password|secret)$/i;
const AUTHORIZATION = /(bearer|basic)(\s+|%20)([^\s"',;]+)/gi;
const OWN_TOKEN_BEGINS = /^kwl?_[A-Za-z0-9]{8}(?=_)/;
const OWN_TOKEN = /(kwl?_[A-Za-z0-9]{8})_[A-Za-z0-9_-]+/g;
/** Something is wrong with it, but who knows how much of it is right. */
const LIKE_OWN_TOKEN = /(kwl?_)[A-Za-z0-9_-]{20,}/g;

/** `password=x`, `"password": "x y"`, also where the quotes are escaped once more; what has no quotes goes on to the next space. */
const NAMED =
  /(password|passwd|pwd|secret|_token|api_?key)(\s*=\s*|%3D|\\*["']\s*[:=]\s*)(?:\\*"(?:[^"\\]|\\[\s\S]?)*(?:"|$)|\\*'(?:[^'\\]|\\[\s\S]?)*(?:'|$)|\S+)/gi;

const RUN_OF_BASE64URL = /[\w.-]+/g;
const WORD = /\S+/g;

/** A JSON Web Token begins with the base64url of `{"`, and has parts. */
function withoutWebToken(run: string): string {
  const begin = run.indexOf('eyJ');
  return begin >= 0 && run.includes('.', begin) ? run.slice(0, begin) + HIDDEN : run;
}

/** A password may hold characters that belong encoded: it goes from the colon behind the user to the last @. */
function withoutPassword(word: string): string {
  const scheme = word.indexOf('://');
  const colon = scheme < 0 ? -1 : word.indexOf(':', scheme + '://'.length);
  const at = word.lastIndexOf('@');
  return colon < 0 || at < colon ? word : `${word.slice(0, colon + 1)}${HIDDEN}${word.slice(at)}`;
}
