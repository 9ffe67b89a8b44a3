import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import {
  comment,
  commentThread,
  connectome,
  direction,
  invitation,
  lab,
  measurement,
  model,
  room,
  run,
  view,
  worker,
} from '~/db/schema/index.ts';
import type { ClaimResponse, NewView, TrainSpec } from '~/core/contracts/index.ts';
import { hashOfToken, newInvitationToken } from '../lab/invitations/invitation-token.ts';
import { newId } from '../lab/new-id.ts';
import { newCode } from '../lab/views/new-code.ts';
import { giveRole } from './give-role.ts';
import { resultFor, smallMeasure } from './measurement-result.ts';
import { manifestFor, modelFiles } from './model-manifest.ts';
import type { SignedUp } from './people.ts';
import type { TestServer } from './test-server.ts';
import { smallView } from './small-view.ts';
import { trainingLab } from './training-lab.ts';

type RunRow = typeof run.$inferSelect;
type Rows = { connectome: typeof connectome.$inferSelect; run: RunRow & { spec: TrainSpec } };

/** One of everything a lab can hold; the run has ended, the model was made without one. */
export type FurnishedLab = {
  labId: string;
  slug: string;
  connectomeId: string;
  connectomeSha256: string;
  runId: string;
  modelId: string;
  measurementId: string;
  decoderSha256: string;
  roomId: string;
  directionId: string;
  viewCode: string;
  /** To be saved. */
  view: NewView;
  /** On the direction; its one comment is the owner's. */
  threadId: string;
  commentId: string;
  workerId: string;
  invitationId: string;
  /** Of the invitation. */
  token: string;
  spec: TrainSpec;
  owner: SignedUp;
  viewer: SignedUp;
  removed: SignedUp;
};

/** A connectome and a run to copy into further labs, made once the way a page makes them. */
export async function furniture(server: TestServer): Promise<Rows> {
  const { db } = server.services;
  const origin = await trainingLab(server);
  const { id: runId, spec } = await origin.queue();
  const [from] = await db.select().from(connectome).where(eq(connectome.id, origin.connectomeId));
  const [queued] = await db.select().from(run).where(eq(run.id, runId));
  if (!from || !queued) throw new Error('The training lab is not there.');
  return { connectome: from, run: { ...queued, spec } };
}

export async function furnishLab(
  server: TestServer,
  rows: Rows,
  people: Pick<FurnishedLab, 'owner' | 'viewer' | 'removed'>,
  { open, slug = newId('slug') }: { open: boolean; slug?: string },
): Promise<FurnishedLab> {
  const { db, storage } = server.services;
  const ids = {
    labId: newId('lab'),
    connectomeId: newId('con'),
    runId: newId('run'),
    modelId: newId('mdl'),
    measurementId: newId('msr'),
    roomId: newId('room'),
    directionId: newId('dir'),
    threadId: newId('thr'),
    commentId: newId('cmt'),
    workerId: newId('wkr'),
    invitationId: newId('inv'),
  };
  const { labId, connectomeId, runId, modelId } = ids;
  await db.insert(lab).values({ id: labId, slug, name: 'Furnished', openToGuests: open });
  await seat(server, labId, people);

  await db.insert(connectome).values({ ...rows.connectome, id: connectomeId, labId });
  const spec = { ...rows.run.spec, connectomeId };
  await db
    .insert(run)
    .values({ ...rows.run, id: runId, labId, connectomeId, spec, state: 'failed' });

  const files = modelFiles(labId);
  for (const bytes of Object.values(files)) await storage.put(bytes);
  const claimed: ClaimResponse = {
    runId,
    attempt: 1,
    leaseToken: '',
    leaseSeconds: 30,
    spec,
    corpusSha256: rows.run.corpusSha256,
    checkpoint: null,
    lastSeq: 0,
  };
  const manifest = manifestFor(claimed, files);
  const sha256 = randomBytes(32).toString('hex');
  await db.insert(model).values({
    id: modelId,
    labId,
    connectomeId,
    version: 1,
    name: 'Small model',
    sha256,
    manifest,
    circuits: 32,
  });
  const { encoder, decoder } = manifest.files;
  const measured = {
    kind: 'measure' as const,
    ...smallMeasure,
    model: {
      id: modelId,
      sha256: '0'.repeat(64),
      encoder: encoder.sha256,
      decoder: decoder.sha256,
    },
  };
  const result = JSON.stringify(resultFor(measured, rows.run.corpusSha256));
  await db.insert(measurement).values({
    ...{ id: ids.measurementId, labId, modelId, name: 'Structure' },
    ...(await storage.put(Buffer.from(result))),
  });
  await db.insert(room).values({ id: ids.roomId, labId, modelId, name: 'Tuesday' });
  await db.insert(direction).values({
    ...{ id: ids.directionId, labId, modelId, modelSha256: '0'.repeat(64), name: 'Kept axis' },
    ...{ protocol: { kind: 'principal', component: 1 }, vector: [0, 1], distance: 1 },
    ...{ userId: people.owner.person.id },
  });
  const toSave = smallView({ id: modelId, sha256, manifest }, labId);
  const viewCode = newCode();
  const { state, title, note, picture } = toSave;
  const named = {
    ...{ id: modelId, sha256, name: 'Small model', version: 1 },
    ...{ decoder: decoder.sha256, map: manifest.files.map.sha256 },
  };
  await db.insert(view).values({
    ...{ code: viewCode, labId, modelId, title, note, picture, userId: people.owner.person.id },
    state: { ...state, model: named },
  });
  const { threadId, directionId } = ids;
  await db.insert(commentThread).values({
    ...{ id: threadId, labId, modelId, directionId, about: 'the direction Kept axis' },
    target: { kind: 'direction', directionId },
  });
  await db.insert(comment).values({
    ...{ id: ids.commentId, threadId, userId: people.owner.person.id },
    ...{ text: 'What is this axis?', mentions: [] },
  });
  await db
    .insert(worker)
    .values({ id: ids.workerId, labId, name: 'box', tokenHash: newId('hash') });
  const token = newInvitationToken();
  await db.insert(invitation).values({
    ...{ id: ids.invitationId, labId, role: 'viewer', tokenHash: hashOfToken(token) },
    invitedBy: people.owner.person.id,
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  return {
    ...ids,
    ...people,
    viewCode,
    view: toSave,
    slug,
    token,
    spec,
    connectomeSha256: rows.connectome.sha256,
    decoderSha256: manifest.files.decoder.sha256,
  };
}

/** The removed one was really in and is really out again. */
async function seat(
  server: TestServer,
  labId: string,
  { owner, viewer, removed }: Pick<FurnishedLab, 'owner' | 'viewer' | 'removed'>,
): Promise<void> {
  const give = (who: SignedUp, role: 'owner' | 'viewer' | 'editor') =>
    giveRole(server, { labId, userId: who.person.id, role }, 'newcomer');
  await give(owner, 'owner');
  await give(viewer, 'viewer');
  await give(removed, 'editor');
  await giveRole(server, { labId, userId: removed.person.id, role: null }, 'member');
}
