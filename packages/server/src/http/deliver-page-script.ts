/**
 * The script of the page for one-time links, as the browser gets it. It keeps the secret in a variable and nowhere else, and writes
 * everything that it is told with `textContent`: the policy of the page forbids to do so as HTML.
 *
 * `state` is all there is to see, and `render` shows it; texts are pairs of German and English, so that the language can be changed at any
 * time. A delivery keeps its key until it is answered: a connection that breaks is followed by the same delivery, not by a second one.
 * Its indentation is not sent.
 */
export const deliverPageScript = String.raw`const $ = (id) => document.getElementById(id);
const base = location.pathname.replace(/deliver\/?$/, '');
const plugins = JSON.parse($('plugins').textContent);
const state = { lang: 0, token: '', me: null, busy: false, say: null, outcome: null };
let key = null;

const t = (pair) => pair[state.lang];
const both = (text) => [text, text];
const add = (...pairs) => [0, 1].map((lang) => pairs.map((pair) => pair[lang]).join(' ').trim());
const show = (change) => { Object.assign(state, change); render(); };

function render() {
  const { lang, token, me, busy, say, outcome } = state;
  document.documentElement.lang = lang ? 'en' : 'de';
  for (const element of document.querySelectorAll('[data-en]')) {
    const texts = element.dataset;
    texts.de ??= element.textContent;
    element.textContent = t([texts.de, texts.en]);
  }
  $('language').lang = lang ? 'de' : 'en';
  $('status').textContent = say ? t(say) : '';
  $('enter').hidden = busy || token !== '' || plugins === null || outcome?.done === true;
  $('send').hidden = me === null || token === '';
  $('progress').hidden = !busy;
  $('deliver').setAttribute('aria-disabled', busy);
  if (me) renderForm(me);
  $('result').hidden = outcome === null;
  if (outcome) renderOutcome(outcome);
}

function renderForm({ name, grants }) {
  const places = grants.flatMap(({ territory: place }) => place ? place.name + ' (' + place.key + ')' : []);
  $('who').textContent = places.join(', ') || name;
  const chosen = $('plugin').value;
  const all = grants.some(({ plugin }) => plugin === null);
  const ids = new Set(all ? plugins.map(({ id }) => id) : grants.map(({ plugin }) => plugin));
  const titleOf = (id) => plugins.find((plugin) => plugin.id === id)?.title ?? both(id);
  const options = [...ids].map((id) => new Option(t(titleOf(id)), id));
  if (options.length > 1) options.unshift(new Option('', ''));
  $('plugin').replaceChildren(...options);
  if (ids.has(chosen)) $('plugin').value = chosen;
}

function renderOutcome({ title, text, rows, total }) {
  $('outcome').textContent = t(title);
  $('explained').textContent = t(text);
  $('list').hidden = rows.length === 0;
  $('caption').textContent = t(['Meldungen (englisch): ', 'Messages: ']) + (rows.length < total ? rows.length + ' / ' + total : total);
  $('rows').replaceChildren(...rows.map(({ file, line, column, message }) => {
    const row = document.createElement('tr');
    for (const text of [file, line, column, t(message)]) row.insertCell().textContent = text ?? '';
    return row;
  }));
}

async function ask(path, { headers, ...options }) {
  for (let tries = 0; ; tries++) {
    const response = await fetch(base + path, {
      ...options, method: 'POST', credentials: 'omit', cache: 'no-store', redirect: 'error',
      headers: { ...headers, authorization: 'Bearer ' + state.token },
    });
    const { status } = response;
    const seconds = Number(response.headers.get('retry-after'));
    if (status < 409 || !(seconds > 0 && seconds <= 60) || tries === 5) return { status, body: await response.json() };
    show({ say: ['Kreisweit ist beschäftigt; es geht gleich weiter.', 'Kreisweit is busy; it goes on in a moment.'] });
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

function tell(title, text, { rows = [], total = rows.length, done = false } = {}) {
  show({ busy: false, say: null, outcome: { title, text, rows, total, done } });
  $('outcome').focus();
}

const again = ['Versuchen Sie es noch einmal: doppelt gespeichert wird nichts.', 'Try again: nothing is stored twice.'];
const nothing = ['Es wurde nichts gespeichert.', 'Nothing was stored.'];

function refuseLink() {
  state.token = '';
  tell(['Dieser Link gilt nicht mehr', 'This link does not work any more'],
    ['Er ist benutzt, vielleicht von Ihrer letzten Lieferung, oder abgelaufen. Fragen Sie dort nach, woher Sie ihn haben.',
      'It was used, perhaps by your last delivery, or has ended. Ask those who sent it.']);
}

async function greet(token) {
  $('link').value = '';
  show({ token, me: null, busy: true, outcome: null, say: ['Der Link wird geprüft.', 'The link is being checked.'] });
  try {
    const query = 'query { me { kind name grants { role territory { key name } plugin } } }';
    const { status, body } = await ask('graphql', { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    if (status === 401) return refuseLink();
    show({ me: body.data.me, busy: false, say: null });
    $('title').focus();
  } catch {
    $('link').value = token;
    state.token = '';
    tell(['Kreisweit ist nicht zu erreichen', 'Kreisweit cannot be reached'], again);
  }
}

async function deliver() {
  const [file] = $('file').files;
  show({ busy: true, outcome: null, say: ['Die Datei wird übertragen und geprüft.', 'The file is being sent and checked.'] });
  const body = await file.arrayBuffer().catch(() => null);
  if (body === null) {
    $('file').value = '';
    return tell(['Die Datei kann nicht gelesen werden', 'The file cannot be read'],
      ['Schließen Sie sie, und wählen Sie sie noch einmal.', 'Close it, and choose it once more.']);
  }
  key ??= crypto.getRandomValues(new Uint32Array(4)).join('-');
  const headers = { 'content-type': 'application/octet-stream', 'idempotency-key': key };
  const path = 'releases/' + encodeURIComponent($('plugin').value) + '?file=' + encodeURIComponent(file.name);
  const answer = await ask(path, { headers, body }).catch(() => null);
  if (answer === null) return tell(['Die Verbindung ist abgebrochen', 'The connection was lost'], again);
  report(answer);
}

function report({ status, body }) {
  if (status === 401) return refuseLink();
  if (status === 409 || status === 429 || status >= 500) {
    return tell(['Das hat noch nicht geklappt', 'This has not worked yet'], again, listOf(body));
  }
  key = null;
  const isLink = state.me.kind === 'LINK';
  const still = isLink ? ['Ihr Link gilt weiter.', 'Your link still works.'] : both('');
  if (status === 403 || status === 404) {
    return tell(['Dafür gilt Ihr Zugang nicht', 'Your access is not for this'], add(nothing, still), listOf(body));
  }
  $('file').value = '';
  if (status >= 400) {
    return tell(['Bitte berichtigen Sie die Datei', 'Please mend the file'],
      add(nothing, ['Wählen Sie danach die neue Fassung.', 'Then choose the new version.'], still), listOf(body));
  }
  if (body.state === 'UNCHANGED') {
    return tell(['Diese Datei liegt schon vor', 'This file is there already'], add(['Es hat sich nichts geändert.', 'Nothing has changed.'], still));
  }
  if (isLink) state.token = '';
  const isOut = body.state === 'PUBLISHED';
  tell(isOut ? ['Danke, Ihre Zahlen sind veröffentlicht', 'Thank you, your figures are published']
    : ['Danke, Ihre Zahlen warten auf den Landkreis', 'Thank you, your figures wait for the district'],
  add(isOut ? both('') : ['Er entscheidet darüber.', 'It decides on them.'],
    ['Werte:', 'Values:'], both(body.cells + '.'), ['Nummer der Lieferung:', 'Number of the delivery:'], both((isOut ? body.release : body.proposed) + '.'),
    isLink ? ['Ihr Link ist verbraucht.', 'Your link is used up.'] : both('')),
  { ...remarksOf(body), done: isLink });
}

function listOf({ problems, errors, total }) {
  const rows = (problems ?? errors ?? []).map(({ field, message, ...place }) => ({ ...place, message: both(field ? field + ': ' + message : message) }));
  return { rows, total };
}

function remarksOf({ file, warnings, warningCount, notices }) {
  const rows = warnings.map(({ line, column, title, note, message }) =>
    ({ file, line, column, message: add([title.de + ':', ''], both(message), [note?.de ?? '', note?.en ?? '']) }));
  return { rows: [...rows, ...notices.map((notice) => ({ file, ...notice, message: both(notice.message) }))], total: warningCount + notices.length };
}

function start() {
  if (plugins === null) {
    show({ say: ['Kreisweit startet gerade. Einen Augenblick.', 'Kreisweit is starting. One moment.'] });
    return setTimeout(() => location.reload(), 3000);
  }
  const text = location.hash;
  if (text !== '') history.replaceState(null, '', location.pathname);
  if (!state.busy) enter(text);
}

function enter(text) {
  const [token] = /kwl?_[2-9a-hjkmnp-z]{8}_[\w-]{43}/.exec(text) ?? [];
  if (token) return greet(token);
  const say = ['Der Link ist nicht vollständig.', 'The link is not complete.'];
  show({ say: text.length > 1 ? say : null });
}

$('language').onclick = () => show({ lang: 1 - state.lang });
$('enter').onsubmit = (event) => { event.preventDefault(); if (!state.busy) enter($('link').value); };
$('send').onsubmit = (event) => { event.preventDefault(); if (!state.busy) deliver(); };
$('send').onchange = () => { key = null; };
$('copy').onclick = () => {
  getSelection().selectAllChildren($('table'));
  const isDone = document.execCommand('copy');
  show({ say: isDone ? ['Kopiert.', 'Copied.'] : ['Markiert: kopieren Sie mit Strg+C.', 'Selected: copy with Ctrl+C.'] });
};
addEventListener('hashchange', () => { if (location.hash) start(); });
start();
`.replaceAll(/\n +/g, '\n');
