import { asc, eq } from 'drizzle-orm';
import type { AccountExport } from '~/core/contracts/index.ts';
import {
  connectome,
  direction,
  directionName,
  invitation,
  lab,
  labEvent,
  measurement,
  membership,
  model,
  run,
  view,
} from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { commentsBy } from './comments-by.ts';
import { getAccount } from './get-account.ts';
import { listSessions } from './list-sessions.ts';
import { pinsOf } from './pins-of.ts';
import { saidBy } from './said-by.ts';

const iso = (at: Date) => at.toISOString();

/** Everything whoever asks made or wrote, also in labs they are no longer in. */
export async function exportAccount(ctx: SignedIn): Promise<AccountExport> {
  const { db } = ctx.services;
  const { id } = ctx.person;
  const sessions = await listSessions(ctx);
  const labs = await db
    .select({ lab, role: membership.role, since: membership.createdAt })
    .from(membership)
    .innerJoin(lab, eq(lab.id, membership.labId))
    .where(eq(membership.userId, id));
  const connectomes = await db.select().from(connectome).where(eq(connectome.createdBy, id));
  const runs = await db.select().from(run).where(eq(run.createdBy, id)).orderBy(asc(run.createdAt));
  const models = await db
    .select({ model })
    .from(model)
    .innerJoin(run, eq(run.id, model.runId))
    .where(eq(run.createdBy, id));
  const measurements = await db
    .select({ measurement })
    .from(measurement)
    .innerJoin(run, eq(run.id, measurement.runId))
    .where(eq(run.createdBy, id));
  const directions = await db.select().from(direction).where(eq(direction.userId, id));
  const names = await db.select().from(directionName).where(eq(directionName.userId, id));
  const views = await db.select().from(view).where(eq(view.userId, id));
  const invitations = await db.select().from(invitation).where(eq(invitation.invitedBy, id));
  const events = await db
    .select()
    .from(labEvent)
    .where(eq(labEvent.who, id))
    .orderBy(asc(labEvent.seq));
  return {
    format: 'latentome-account-1',
    at: new Date().toISOString(),
    account: { id, ...(await getAccount(ctx)) },
    sessions,
    labs: labs.map(({ lab: { id, slug, name }, role, since }) => ({
      ...{ id, slug, name, role },
      since: iso(since),
    })),
    connectomes: connectomes.map(
      ({ id, labId, name, sha256, source, licence, citation, ...row }) => ({
        ...{ id, labId, name, sha256, source, licence, citation },
        at: iso(row.createdAt),
      }),
    ),
    runs: runs.map(({ id, labId, name, state, spec, createdAt }) => ({
      ...{ id, labId, name, state, spec },
      at: iso(createdAt),
    })),
    models: models.map(({ model: { id, labId, name, sha256, version, createdAt } }) => ({
      ...{ id, labId, name, sha256, version },
      at: iso(createdAt),
    })),
    measurements: measurements.map(({ measurement: { id, labId, name, sha256, createdAt } }) => ({
      ...{ id, labId, name, sha256 },
      at: iso(createdAt),
    })),
    directions: directions.map(({ id, labId, name, modelSha256, protocol, vector, createdAt }) => ({
      ...{ id, labId, name, modelSha256, protocol, vector },
      at: iso(createdAt),
    })),
    names: names.map(({ id, labId, name, directionId, claim, prediction, createdAt }) => ({
      ...{ id, labId, name, directionId, claim, prediction },
      at: iso(createdAt),
    })),
    views: views.map(({ code, labId, title, note, state, createdAt }) => ({
      ...{ id: code, labId, name: title, note, state },
      at: iso(createdAt),
    })),
    said: await saidBy(ctx.services, id),
    comments: await commentsBy(ctx.services, id),
    pins: await pinsOf(ctx.services, id),
    invitations: invitations.map(({ id, labId, role, email, createdAt, expiresAt }) => ({
      ...{ id, labId, role, email },
      at: iso(createdAt),
      expiresAt: iso(expiresAt),
    })),
    events: events.map(({ labId, what, about, at }) => ({ labId, what, about, at: iso(at) })),
  };
}
