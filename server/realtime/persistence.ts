import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Queries } from '~/db/client.ts';
import { room, roomUpdate, user } from '~/db/schema/index.ts';
import type { Services } from '../services.ts';

type Db = Pick<Services, 'db'>;
type Inside = { db: Queries };

/** The lab a room belongs to and whether it is closed, null when there is no such room. */
export async function placeOfRoom(
  { db }: Db,
  roomId: string,
): Promise<{ labId: string; closed: boolean } | null> {
  const of = { labId: room.labId, closedAt: room.closedAt };
  const [row] = await db.select(of).from(room).where(eq(room.id, roomId));
  return row ? { labId: row.labId, closed: row.closedAt !== null } : null;
}

/** Somebody came or left: to the second, so that a crowd is not a crowd of writes. */
export async function noteActivity({ db }: Db, roomId: string): Promise<void> {
  const before = sql`coalesce(${room.activeAt}, '-infinity') < now() - interval '1 second'`;
  await db
    .update(room)
    .set({ activeAt: sql`now()` })
    .where(and(eq(room.id, roomId), before));
}

/** Which of these people have an account. */
export async function accountsAmong({ db }: Db, ids: ReadonlySet<string>): Promise<Set<string>> {
  const rows = await db
    .select({ id: user.id })
    .from(user)
    .where(inArray(user.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
}

/** The rooms whose record has this text in it; a deleted pin may be what it is found in. */
export async function roomsMentioning({ db }: Db, text: string) {
  const ids = db
    .selectDistinct({ id: roomUpdate.roomId })
    .from(roomUpdate)
    .where(sql`position(convert_to(${text}, 'UTF8') in ${roomUpdate.update}) > 0`);
  return db
    .select({ id: room.id, name: room.name, labId: room.labId })
    .from(room)
    .where(inArray(room.id, ids))
    .orderBy(asc(room.id));
}

/** Rebuilds a room's document from its log. `rows` is the length of that log. */
export async function loadDoc(
  { db }: Inside,
  roomId: string,
): Promise<{ doc: Y.Doc; rows: number }> {
  const rows = await readLog(db, roomId);
  return { doc: replay(rows), rows: rows.length };
}

/** Adds one update to the end of a room's log; of a room that is gone there is nothing to keep. */
export async function appendUpdate(
  { db }: Inside,
  roomId: string,
  update: Uint8Array,
): Promise<void> {
  await db.execute(sql`
    insert into ${roomUpdate} (room_id, "update")
    select ${room.id}, ${Buffer.from(update)}::bytea from ${room} where ${room.id} = ${roomId}`);
}

/**
 * Replaces the log of a room by one update that says the same, in one transaction. Only rows that were
 * read are deleted: a row another process commits meanwhile stays, whatever its number.
 *
 * @returns how many rows there were
 */
export function compactLog({ db }: Db, roomId: string): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${roomId}, 0))`);
    const rows = await readLog(tx, roomId);
    if (rows.length < 2) return rows.length;
    const whole = Y.encodeStateAsUpdate(replay(rows));
    const seqs = rows.map((row) => row.seq);
    await tx.delete(roomUpdate).where(inArray(roomUpdate.seq, seqs));
    await tx.insert(roomUpdate).values({ roomId, update: whole });
    return rows.length;
  });
}

const readLog = (db: Pick<Queries, 'select'>, roomId: string) =>
  db
    .select({ seq: roomUpdate.seq, update: roomUpdate.update })
    .from(roomUpdate)
    .where(eq(roomUpdate.roomId, roomId))
    .orderBy(asc(roomUpdate.seq));

function replay(rows: { update: Uint8Array }[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const { update } of rows) Y.applyUpdate(doc, update);
  });
  return doc;
}
