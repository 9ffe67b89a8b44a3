import { formerMember } from '../lab/former-member.ts';
import type { Services } from '../services.ts';
import { accountsAmong } from './persistence.ts';
import type { Room } from './room.ts';

/** What people without an account any more have pinned stays, under no name. */
export async function nameFormerAuthors(services: Pick<Services, 'db'>, room: Room): Promise<void> {
  const authors = room.authors();
  if (authors.size === 0) return;
  const there = await accountsAmong(services, authors);
  const gone = new Set([...authors].filter((id) => !there.has(id)));
  if (gone.size > 0) room.renameAuthors(gone, formerMember);
}
