import { QueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';

/** A refusal will not change by asking again; anything else is tried twice more. */
function worthRetrying(failures: number, error: unknown): boolean {
  if (error instanceof TRPCClientError && error.data !== null && error.data !== undefined)
    return false;
  return failures < 2;
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 10_000, retry: worthRetrying } },
  });
}
