import { eq } from 'drizzle-orm';
import { runPhase, type RunSummary } from '~/core/contracts/index.ts';
import { connectome, model, run, user, worker } from '~/db/schema/index.ts';
import type { Services } from '~/server/services.ts';
import { formerMember } from '../former-member.ts';

/** Runs with the names of what they refer to, ready for `runSummaryOf`. */
export const selectRuns = ({ db }: Pick<Services, 'db'>) =>
  db
    .select({
      run,
      connectome: { id: connectome.id, name: connectome.name },
      workerName: worker.name,
      modelId: model.id,
      personName: user.name,
    })
    .from(run)
    .innerJoin(connectome, eq(run.connectomeId, connectome.id))
    .leftJoin(worker, eq(run.workerId, worker.id))
    .leftJoin(model, eq(model.runId, run.id))
    .leftJoin(user, eq(run.createdBy, user.id));

type Row = Awaited<ReturnType<typeof selectRuns>>[number];

export function runSummaryOf({ run, ...named }: Row): RunSummary {
  const { id, labId, name, state, progress, attempt, cancelRequested, error, spec } = run;
  return {
    ...{ id, labId, name, state, progress, attempt, cancelRequested, error },
    kind: spec.kind,
    phase: runPhase.safeParse(run.phase).data ?? null,
    worker: named.workerName,
    connectome: named.connectome,
    modelId: spec.kind === 'measure' ? spec.model.id : named.modelId,
    createdBy: named.personName ?? formerMember,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
  };
}
