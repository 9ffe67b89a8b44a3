import type { Context } from '../context.ts';

/** Where whoever asks has found this server: its public address, or the one the request was sent to. */
export function serverAddress({ services, headers }: Context): string {
  const { host = '', origin } = Object.fromEntries(headers);
  return services.env.publicOrigin ?? origin ?? `http://${host}`;
}
