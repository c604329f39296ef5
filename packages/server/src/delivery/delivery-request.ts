import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { MIMEType } from 'node:util';
import { nearestNames } from '@kreisweit/domain';
import type { IndicatorPlugin } from '@kreisweit/plugin-kit';
import { deliveredFileName, nameInDisposition } from './delivered-file-name.ts';
import { refused } from './refused.ts';

/**
 * What a request says of the file that it delivers: the plug-in, reduced to the one input where one is named; the file's name, safe to
 * show; and the key under which it may be sent twice, null where there is none.
 */
export type DeliveryRequest = {
  readonly plugin: IndicatorPlugin;
  readonly input: string | null;
  readonly file: string;
  readonly key: string | null;
};

type Asked = {
  readonly params: { readonly plugin: string };
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
};

/**
 * What a browser may send from a foreign page without asking first (text/plain, forms) is none of them, so that no page can have its visitors
 * deliver something. Which format a file has is seen by its content, whatever is said here.
 */
const MEDIA_TYPES: readonly string[] = Object.freeze([
  'text/csv',
  'application/json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
]);

/** Reads address and headers of a request. Throws Refused: 400, 404, 415 or 422. */
export function deliveryRequest(
  { params, query, headers }: Asked,
  plugins: readonly IndicatorPlugin[],
): DeliveryRequest {
  requireMediaType(headers);
  const plugin = plugins.find(({ id }) => id === params.plugin);
  if (plugin === undefined) {
    const [meant] = nearestNames(
      params.plugin,
      plugins.map(({ id }) => id),
    );
    const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
    throw refused(404, `there is no such plug-in here${hint}`, { field: 'plugin' });
  }
  const { input, file, ...others } = query;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw refused(400, 'is not understood: write input, file, or nothing', { field: unknown });
  }
  const name = textOf('file', file) ?? nameInDisposition(headers['content-disposition']) ?? '';
  const inputName = textOf('input', input);
  return {
    plugin: inputName === null ? plugin : withOnlyInput(plugin, inputName),
    input: inputName,
    file: deliveredFileName(name),
    key: idempotencyKey(headers),
  };
}

/** What tells one delivery from another: the plug-in, the input that is named, and the bytes of the file. */
export function requestHash({ plugin, input }: DeliveryRequest, checksum: string): string {
  return createHash('sha256')
    .update(JSON.stringify([plugin.id, input, checksum]))
    .digest('hex');
}

function requireMediaType(headers: IncomingHttpHeaders): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    const message = 'compressed bodies are not read: send the file as it is (a workbook is small already)';
    throw refused(415, message, { field: 'Content-Encoding', headers: { 'accept-encoding': 'identity' } });
  }
  if (MEDIA_TYPES.includes(essenceOf(headers['content-type']))) return;
  const message = `write one of ${MEDIA_TYPES.join(', ')} (curl -H 'Content-Type: text/csv')`;
  throw refused(415, message, { field: 'Content-Type', headers: { 'accept-post': MEDIA_TYPES.join(', ') } });
}

function essenceOf(header: string | undefined): string {
  try {
    return new MIMEType(header ?? '').essence;
  } catch {
    return '';
  }
}

function textOf(field: string, value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string' && value !== '') return value;
  throw refused(400, 'is to be one text: write it once, or leave it out', { field });
}

/** The same plug-in, as if it took nothing else: of two inputs that a file fits alike the sender names one. */
function withOnlyInput(plugin: IndicatorPlugin, name: string): IndicatorPlugin {
  const input = Object.hasOwn(plugin.inputs, name) ? plugin.inputs[name] : undefined;
  if (input !== undefined) return { ...plugin, inputs: { [name]: input } };
  const names = Object.keys(plugin.inputs);
  throw refused(422, `the plug-in ${plugin.id} has no such input: write one of ${names.join(', ')}`, {
    field: 'input',
  });
}

/** Clients choose it; a UUID is 36 characters. */
const KEY = /^[\x21-\x7e]{1,200}$/;

function idempotencyKey(headers: IncomingHttpHeaders): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && KEY.test(key)) return key;
  const message = 'is 1 to 200 visible ASCII characters without spaces, sent once; a UUID is good';
  throw refused(400, message, { field: 'Idempotency-Key' });
}
