import { eq } from 'drizzle-orm';
import type { DirectionDetail } from '~/core/contracts/index.ts';
import { direction } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { findNames, namesOf } from '../direction-names/find-names.ts';
import { formerMember } from '../former-member.ts';
import { may, requireRight } from '../rights.ts';
import { findDirections } from './find-directions.ts';

/** A direction with its names and everything said of them. */
export async function getDirection(ctx: SignedIn, directionId: string): Promise<DirectionDetail> {
  const { db } = ctx.services;
  const personId = ctx.person.id;
  const [row] = await db.select().from(direction).where(eq(direction.id, directionId));
  const { standing } = await requireRight(ctx, row?.labId ?? '', 'read');
  const [saved] = await findDirections(db, eq(direction.id, directionId), personId);
  if (!row || !saved) throw new Error('A direction without a lab passed the check of rights.');
  const { nulls } = row;
  const who = await namesOf(db, [nulls?.userId ?? null]);
  return {
    direction: saved,
    nulls: nulls && {
      ...nulls,
      by: { name: who.get(nulls.userId) ?? formerMember, mine: nulls.userId === personId },
    },
    names: await findNames(db, saved, personId),
    maySpeak: may(standing, 'speak'),
    mayEdit: may(standing, 'edit'),
  };
}
