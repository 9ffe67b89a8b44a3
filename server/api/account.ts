import type { TRPCRouterRecord } from '@trpc/server';
import { me } from '~/core/contracts/index.ts';
import { openProcedure } from './trpc.ts';

export const accountRouter = {
  /** Who I am; null for a stranger. */
  me: openProcedure.output(me.nullable()).query(({ ctx }) => ctx.person),
} satisfies TRPCRouterRecord;
