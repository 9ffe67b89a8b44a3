import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import {
  accountDetail,
  accountExport,
  deletionPlan as plan,
  id,
  me,
  sessionSummary,
  signInWays,
} from '~/core/contracts/index.ts';
import { deletionPlan } from '../lab/account/deletion-plan.ts';
import { endSession } from '../lab/account/end-session.ts';
import { exportAccount } from '../lab/account/export-account.ts';
import { getAccount } from '../lab/account/get-account.ts';
import { listSessions } from '../lab/account/list-sessions.ts';
import { accountProcedure, openProcedure } from './trpc.ts';

/** Signing in and out, passwords and the deletion itself are better-auth's own endpoints under /api/auth. */
export const accountRouter = {
  /** Who I am; null for a stranger. */
  me: openProcedure.output(me.nullable()).query(({ ctx }) => ctx.person),
  /** Which doors this server has beside address and password. */
  ways: openProcedure.output(signInWays).query(({ ctx }) => {
    const { github, orcid } = ctx.services.env.providers ?? {};
    return { github: Boolean(github), orcid: Boolean(orcid) };
  }),
  get: accountProcedure.output(accountDetail).query(({ ctx }) => getAccount(ctx)),
  sessions: accountProcedure.output(z.array(sessionSummary)).query(({ ctx }) => listSessions(ctx)),
  endSession: accountProcedure
    .input(z.object({ sessionId: id }))
    .mutation(({ ctx, input }) => endSession(ctx, input.sessionId)),
  /** Everything I made or wrote here. */
  export: accountProcedure.output(accountExport).query(({ ctx }) => exportAccount(ctx)),
  /** What deleting my account would mean. */
  deletion: accountProcedure
    .output(plan)
    .query(({ ctx }) => deletionPlan(ctx.services.db, ctx.person.id)),
} satisfies TRPCRouterRecord;
