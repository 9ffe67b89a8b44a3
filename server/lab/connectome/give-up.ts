import { TRPCError } from '@trpc/server';

/** For `catch`: what failed because its asker went away is no failure of the server. */
export function giveUp(signal: AbortSignal | undefined): (error: unknown) => never {
  return (error) => {
    if (!signal?.aborted) throw error;
    throw new TRPCError({
      code: 'CLIENT_CLOSED_REQUEST',
      message: 'Nobody waits for this any more.',
    });
  };
}
