import type { IndicatorPlugin } from '@kreisweit/plugin-kit';
import { deliverPageScript } from './deliver-page-script.ts';

/** The look of the page for one-time links: the colours of the system, one column, and room for fingers. */
export const deliverPageStyle = `
:root{color-scheme:light dark;--accent:#0b5394;--on:#fff}
@media(prefers-color-scheme:dark){:root{--accent:#9cc8f5;--on:#10202f}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{max-width:44rem;margin:auto;padding:1rem;font:1.06rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header{display:flex;justify-content:space-between}
label{display:block;font-weight:600;margin-top:1rem}
input,select,button{font:inherit;min-height:2.75rem;padding:.4rem .7rem;border:1px solid;border-radius:.3rem}
input,select,progress{width:100%}
form button{margin-top:1rem;background:var(--accent);color:var(--on)}
[aria-disabled=true]{opacity:.6}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
section{border-left:.4rem solid var(--accent);padding-left:1rem}
.scroll{overflow-x:auto;margin-bottom:1rem}
table{border-collapse:collapse;overflow-wrap:normal}
caption,th,td{text-align:left}
th,td{border:1px solid;padding:.3rem;vertical-align:top}
td:last-child{min-width:12rem}
`;

/**
 * The page on which whoever has a one-time link delivers a file: one document that loads nothing. It offers the plug-ins that take own figures,
 * which `null` says are not known yet.
 */
export function deliverPageHtml(plugins: readonly IndicatorPlugin[] | null): string {
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kreisweit: Zahlen liefern, deliver figures</title>
<style>${deliverPageStyle}</style>
</head>
<body>
<header><strong>Kreisweit</strong><button type="button" id="language" lang="en" data-en="Deutsch">English</button></header>
<main>
<h1 id="title" tabindex="-1" data-en="Deliver figures">Zahlen liefern</h1>
<noscript>Diese Seite braucht JavaScript. This page needs JavaScript.</noscript>
<form id="enter" hidden>
<label for="link" data-en="Your link from the letter">Ihr Link aus dem Brief</label>
<input id="link" autocomplete="off" autocapitalize="off" spellcheck="false" required>
<button data-en="Continue">Weiter</button>
</form>
<form id="send" hidden>
<p><span data-en="You deliver for:">Sie liefern für:</span> <strong id="who"></strong></p>
<label for="plugin" data-en="What the figures are about">Thema der Zahlen</label>
<select id="plugin" required></select>
<label for="file" data-en="Your file (CSV or Excel)">Ihre Datei (CSV oder Excel)</label>
<input id="file" type="file" accept=".csv,.xlsx" required>
<button id="deliver" data-en="Deliver">Liefern</button>
</form>
<p id="status" role="status" aria-live="polite"></p>
<progress id="progress" aria-labelledby="status" hidden></progress>
<section id="result" aria-labelledby="outcome" hidden>
<h2 id="outcome" tabindex="-1"></h2>
<p id="explained"></p>
<div id="list">
<div class="scroll" role="region" aria-labelledby="caption" tabindex="0">
<table id="table"><caption id="caption"></caption>
<thead><tr><th scope="col" data-en="File">Datei</th><th scope="col" data-en="Line">Zeile</th><th scope="col" data-en="Column">Spalte</th><th scope="col" data-en="Message">Meldung</th></tr></thead>
<tbody id="rows" lang="en"></tbody></table>
</div>
<button type="button" id="copy" data-en="Copy the list">Liste kopieren</button>
</div>
</section>
</main>
<script type="application/json" id="plugins">${jsonInHtml(plugins?.filter(takesOwnFigures).map(choiceOf) ?? null)}</script>
<script>${deliverPageScript}</script>
</body>
</html>
`;
}

function takesOwnFigures({ inputs }: IndicatorPlugin): boolean {
  return Object.values(inputs).some(({ reader }) => reader === 'own-figures');
}

function choiceOf({ id, title }: IndicatorPlugin) {
  return { id, title: [title.de, title.en] };
}

/** Ends no script, whatever it holds. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
