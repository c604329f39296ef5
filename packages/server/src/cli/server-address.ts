import { CommandError } from '../command-error.ts';

/** Where a server that was started without any configuration is found. */
export const URL_HERE = 'http://localhost:4000';

/** The address of a path (`/deliver`) on a server as browsers reach it; that may stand behind a path of its own. Throws CommandError for what is none. */
export function serverAddress(url: string, path: string): string {
  const base = URL.parse(url);
  const isPlain = base !== null && !base.username && !base.password && !base.search && !base.hash;
  if (isPlain && /^https?:$/.test(base.protocol)) return `${base.href.replace(/\/+$/, '')}${path}`;
  throw new CommandError(
    `"${url}" is no address of a server: write how browsers reach it, like --url https://kreisweit.example`,
  );
}
