import { tracked, type TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { id, measureSpec, runDetail, runSummary, trainSpec } from '~/core/contracts/index.ts';
import { createMeasure } from '../lab/run/create-measure.ts';
import { createRun } from '../lab/run/create-run.ts';
import { getRun } from '../lab/run/get-run.ts';
import { listPresets } from '../lab/run/list-presets.ts';
import { listRuns } from '../lab/run/list-runs.ts';
import { cancelRun, retryRun } from '../lab/run/steer-run.ts';
import { watchEvents } from '../lab/run/watch-events.ts';
import { watchLab } from '../lab/run/watch-lab.ts';
import { openProcedure, signedInProcedure } from './trpc.ts';

const ofRun = z.object({ runId: id });
const ofLab = z.object({ labId: id });
/** Comes back from the client after a broken connection: the index of the last event it saw. */
const position = z.string().regex(/^\d{1,15}$/);

export const runRouter = {
  list: openProcedure
    .input(ofLab)
    .output(z.array(runSummary))
    .query(({ ctx, input }) => listRuns(ctx, input.labId)),

  get: openProcedure
    .input(ofRun)
    .output(runDetail)
    .query(({ ctx, input }) => getRun(ctx, input.runId)),

  /** The sizes of training to choose from. */
  presets: openProcedure.query(() => listPresets()),

  create: signedInProcedure
    .input(z.object({ spec: trainSpec }))
    .output(runDetail)
    .mutation(({ ctx, input }) => createRun(ctx, input.spec)),

  /** Measures the circuits a model was trained and judged on. */
  measure: signedInProcedure
    .input(z.object({ spec: measureSpec }))
    .output(runDetail)
    .mutation(({ ctx, input }) => createMeasure(ctx, input.spec)),

  cancel: signedInProcedure
    .input(ofRun)
    .output(runDetail)
    .mutation(({ ctx, input }) => cancelRun(ctx, input.runId)),

  retry: signedInProcedure
    .input(ofRun)
    .output(runDetail)
    .mutation(({ ctx, input }) => retryRun(ctx, input.runId)),

  events: openProcedure
    .input(ofRun.extend({ lastEventId: position.nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const last = Number(input.lastEventId ?? 0);
      const until = signal ?? new AbortController().signal;
      for await (const row of watchEvents(ctx, input.runId, last, until))
        yield tracked(String(row.index), row);
    }),

  watchLab: openProcedure
    .input(ofLab)
    .subscription(({ ctx, input, signal }) =>
      watchLab(ctx, input.labId, signal ?? new AbortController().signal),
    ),
} satisfies TRPCRouterRecord;
