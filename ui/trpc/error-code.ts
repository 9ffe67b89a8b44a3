import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from '~/server/api/root.ts';

/** The tRPC code of a refusal (`NOT_FOUND`, `FORBIDDEN`, ...), or null when no answer came. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return null;
  const known: TRPCClientError<AppRouter> = error;
  return known.data?.code ?? null;
}
