import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
} from '@trpc/client';
import type { AppRouter } from '~/server/api/root.ts';

const url = '/api/trpc';

/** Calls travel in batches; subscriptions as server-sent events that reconnect with the last event id. */
export function makeClient(): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url }),
        false: httpBatchLink({ url, maxURLLength: 8000 }),
      }),
    ],
  });
}
