import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { readBench } from '~/core/collab/bench.ts';
import type { CommentTarget } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { direction, model, room, run } from '~/db/schema/index.ts';
import { loadDoc } from '../../realtime/persistence.ts';

type Kind = CommentTarget['kind'];
type Of<K extends Kind> = Extract<CommentTarget, { kind: K }>;

/** What a thread will hang on: its lab, its name in words, and the rows it goes away with. */
export type FoundTarget = {
  labId: string;
  about: () => Promise<string>;
  modelId: string | null;
  roomId: string | null;
  directionId: string | null;
  runId: string | null;
};

const nowhere = { modelId: null, roomId: null, directionId: null, runId: null };

/** Held until the transaction ends, so that what is commented on is there as long as the comment is written. */
export function findTarget(tx: Queries, target: CommentTarget): Promise<FoundTarget | null> {
  switch (target.kind) {
    case 'point':
      return onMap(tx, target.modelId, [target.z], (name) => `a point on the map of ${name}`);
    case 'region':
      return onMap(tx, target.modelId, target.corners, (name) => `a region of the map of ${name}`);
    case 'observed':
      return onObserved(tx, target);
    case 'pin':
      return onPin(tx, target);
    case 'direction':
      return onDirection(tx, target);
    case 'run':
      return onRun(tx, target);
  }
}

async function modelRow(tx: Queries, modelId: string) {
  const [row] = await tx.select().from(model).where(eq(model.id, modelId)).for('key share');
  return row;
}

async function onMap(
  tx: Queries,
  modelId: string,
  places: readonly (readonly number[])[],
  words: (name: string) => string,
): Promise<FoundTarget | null> {
  const row = await modelRow(tx, modelId);
  if (!row) return null;
  const { z } = row.manifest.latent;
  const about = () => {
    if (places.some((place) => place.length !== z))
      throw new TRPCError({
        code: 'BAD_REQUEST',
        message: `A place on the map of ${row.name} has ${z} coordinates.`,
      });
    return Promise.resolve(words(row.name));
  };
  return { ...nowhere, labId: row.labId, modelId, about };
}

async function onObserved(tx: Queries, { modelId, circuit }: Of<'observed'>) {
  const row = await modelRow(tx, modelId);
  if (!row) return null;
  const about = () => {
    if (circuit >= row.circuits) throw gone(`There is no circuit ${circuit + 1} on this map.`);
    return Promise.resolve(`circuit ${circuit + 1} of ${row.name}`);
  };
  return { ...nowhere, labId: row.labId, modelId, about };
}

async function onPin(tx: Queries, { roomId, pinId }: Of<'pin'>): Promise<FoundTarget | null> {
  const [row] = await tx.select().from(room).where(eq(room.id, roomId)).for('key share');
  if (!row) return null;
  const about = async () => {
    const { doc } = await loadDoc({ db: tx }, roomId);
    const pin = readBench(doc).find(({ id }) => id === pinId);
    doc.destroy();
    if (!pin) throw gone('This pin is not on the bench any more.');
    return `the pin ${pin.name} in ${row.name}`;
  };
  return { ...nowhere, labId: row.labId, modelId: row.modelId, roomId, about };
}

async function onDirection(tx: Queries, { directionId }: Of<'direction'>) {
  const [row] = await tx
    .select()
    .from(direction)
    .where(eq(direction.id, directionId))
    .for('key share');
  if (!row) return null;
  const about = () => Promise.resolve(`the direction ${row.name}`);
  return { ...nowhere, labId: row.labId, modelId: row.modelId, directionId, about };
}

async function onRun(tx: Queries, { runId }: Of<'run'>): Promise<FoundTarget | null> {
  const [row] = await tx.select().from(run).where(eq(run.id, runId)).for('key share');
  if (!row) return null;
  return {
    ...nowhere,
    labId: row.labId,
    runId,
    about: () => Promise.resolve(`the run ${row.name}`),
  };
}

const gone = (message: string) => new TRPCError({ code: 'NOT_FOUND', message });
