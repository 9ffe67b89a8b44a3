import {
  announceMembership,
  changeMembership,
  type Change,
} from '../lab/members/change-membership.ts';
import { lockLab } from '../lab/lock-lab.ts';
import type { TestServer } from './test-server.ts';

/** What every change of roles does in the end, without asking whose right it is. */
export async function giveRole(
  { services }: Pick<TestServer, 'services'>,
  change: Change,
  onlyIf: 'member' | 'newcomer',
): Promise<void> {
  await services.db.transaction(async (tx) => {
    await lockLab(tx, change.labId);
    await changeMembership(tx, change, onlyIf);
  });
  await announceMembership(services, change);
}
