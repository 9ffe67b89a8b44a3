import { asc, eq, type SQL } from 'drizzle-orm';
import type { RoomSummary } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { connectome, model, room } from '~/db/schema/index.ts';
import { may, type Standing } from '../rights.ts';
import { summariseModel, type ModelRow } from '../models/summarise-model.ts';

export type RoomRow = ModelRow & { room: typeof room.$inferSelect };

/** Rooms with their models, oldest first. */
export function findRooms(db: Queries, where: SQL): Promise<RoomRow[]> {
  return db
    .select({
      room,
      model,
      connectome: { id: connectome.id, name: connectome.name, isModel: connectome.isModel },
    })
    .from(room)
    .innerJoin(model, eq(model.id, room.modelId))
    .innerJoin(connectome, eq(connectome.id, model.connectomeId))
    .where(where)
    .orderBy(asc(room.createdAt));
}

/** A room as somebody of this standing sees it. */
export function summariseRoom(row: RoomRow, standing: Standing): RoomSummary {
  return {
    id: row.room.id,
    labId: row.room.labId,
    name: row.room.name,
    model: summariseModel(row),
    canWrite: may(standing, 'bench'),
    createdAt: row.room.createdAt.toISOString(),
    activeAt: (row.room.activeAt ?? row.room.createdAt).toISOString(),
    closedAt: row.room.closedAt?.toISOString() ?? null,
  };
}

/** @throws Error for a room that is not there */
export async function roomAs(
  standing: Standing,
  db: Queries,
  roomId: string,
): Promise<RoomSummary> {
  const [row] = await findRooms(db, eq(room.id, roomId));
  if (!row) throw new Error(`There is no room ${roomId}.`);
  return summariseRoom(row, standing);
}
