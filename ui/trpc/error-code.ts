import { TRPCClientError } from '@trpc/client';
import { z } from 'zod';

const answered = z.object({ code: z.string() });

/** The tRPC code of a refusal (`NOT_FOUND`, `FORBIDDEN`, ...), or null when no answer came. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof TRPCClientError)) return null;
  return answered.safeParse(error.data).data?.code ?? null;
}
