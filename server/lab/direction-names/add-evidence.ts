import { TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { readBench } from '~/core/collab/bench.ts';
import type { EvidenceContent, NewEvidence } from '~/core/contracts/index.ts';
import { effectOn } from '~/core/directions/index.ts';
import { nameEvidence, room } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { loadDoc } from '../../realtime/persistence.ts';
import { newId } from '../new-id.ts';
import { nameIn, speakOf, type Spoken } from './speak-of.ts';

/** Of one name. */
const most = 24;

type Added = { directionId: string; nameId: string; evidence: NewEvidence };

/**
 * Sets evidence beside a name. A circuit is a pin of a room, kept as it is now; an effect is copied from what the direction
 * was measured to do.
 * @throws TRPCError NOT_FOUND where there is no such pin or effect
 */
export async function addEvidence(
  ctx: SignedIn,
  { directionId, nameId, evidence }: Added,
): Promise<void> {
  await speakOf(ctx, directionId, async (spoken) => {
    const { name } = await nameIn(spoken, nameId);
    if ((await spoken.tx.$count(nameEvidence, eq(nameEvidence.nameId, nameId))) >= most)
      throw new TRPCError({
        code: 'CONFLICT',
        message: `A name has at most ${most} pieces of evidence.`,
      });
    const content = await contentOf(spoken, evidence);
    await spoken.tx
      .insert(nameEvidence)
      .values({ id: newId('evi'), nameId, userId: ctx.person.id, content });
    return { what: 'evidence added', about: { name } };
  });
}

function contentOf(
  spoken: Spoken,
  evidence: NewEvidence,
): Promise<EvidenceContent> | EvidenceContent {
  if (evidence.kind === 'link') return evidence;
  return evidence.kind === 'effect'
    ? effectNow(spoken, evidence.metric)
    : pinNow(spoken, evidence.roomId, evidence.pinId);
}

function effectNow({ of: { effects } }: Spoken, metric: string): EvidenceContent {
  const found = effects && effectOn(effects, metric);
  if (!found)
    throw new TRPCError({ code: 'NOT_FOUND', message: 'This effect was not measured yet.' });
  const { circuits, individuals } = effects;
  return { kind: 'effect', metric, ...found.change, circuits, individuals };
}

async function pinNow({ tx, of }: Spoken, roomId: string, pinId: string): Promise<EvidenceContent> {
  const [from] = await tx
    .select({ name: room.name })
    .from(room)
    .where(and(eq(room.id, roomId), eq(room.modelId, of.modelId)));
  const { doc } = await loadDoc({ db: tx }, from ? roomId : '');
  const pin = readBench(doc).find(({ id, model }) => id === pinId && model === of.modelSha256);
  if (!from || !pin)
    throw new TRPCError({
      code: 'NOT_FOUND',
      message: 'This pin is not on the bench of a room of this model any more.',
    });
  return { kind: 'circuit', room: from.name, pin };
}
