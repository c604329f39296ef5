const MOST_BYTES = 1024 * 1024;

/**
 * Fetches a JSON document of at most 1 MiB. Throws where the answer is anything but 200 (a redirect is not followed: it could lead anywhere),
 * too long or no JSON, and when the signal aborts, also while the body is read.
 */
export async function fetchJson(
  url: string | URL,
  { signal, headers = { accept: 'application/json' } }: FetchJsonOptions,
): Promise<unknown> {
  const response = await fetch(url, { signal, headers, redirect: 'manual' });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`it answered with status ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop cancels the body.
    if (bytes > MOST_BYTES) throw new Error(`it answered with more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

type FetchJsonOptions = { readonly signal: AbortSignal; readonly headers?: HeadersInit };
