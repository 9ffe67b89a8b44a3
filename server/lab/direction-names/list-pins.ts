import { asc, eq } from 'drizzle-orm';
import { readBench } from '~/core/collab/bench.ts';
import type { OfferedPin } from '~/core/contracts/index.ts';
import { direction, room } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { loadDoc } from '../../realtime/persistence.ts';
import { requireRight } from '../rights.ts';

/** More would not be looked through. */
const most = 200;

/** What is pinned on the benches of the rooms of a direction's model, to be set beside a name as evidence. */
export async function listPins(ctx: SignedIn, directionId: string): Promise<OfferedPin[]> {
  const { db } = ctx.services;
  const [of] = await db.select().from(direction).where(eq(direction.id, directionId));
  await requireRight(ctx, of?.labId ?? '', 'read');
  if (!of) throw new Error('A direction without a lab passed the check of rights.');
  const rooms = await db
    .select()
    .from(room)
    .where(eq(room.modelId, of.modelId))
    .orderBy(asc(room.createdAt));
  const found: OfferedPin[] = [];
  for (const { id, name } of rooms) {
    const pins = readBench((await loadDoc({ db }, id)).doc);
    const fitting = pins.filter((pin) => pin.model === of.modelSha256);
    found.push(...fitting.map((pin) => ({ roomId: id, room: name, pin })));
  }
  return found.slice(-most);
}
