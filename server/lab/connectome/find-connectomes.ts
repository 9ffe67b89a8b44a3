import { desc, eq, type SQL } from 'drizzle-orm';
import type { ConnectomeSummary } from '~/core/contracts/index.ts';
import { connectome, user } from '~/db/schema/index.ts';
import type { Services } from '../../services.ts';

/** Connectomes with the name of who brought them, the newest first. */
export const findConnectomes = ({ db }: Pick<Services, 'db'>, where: SQL | undefined) =>
  db
    .select({ connectome, personName: user.name })
    .from(connectome)
    .leftJoin(user, eq(user.id, connectome.createdBy))
    .where(where)
    .orderBy(desc(connectome.createdAt), connectome.id);

export type ConnectomeRow = Awaited<ReturnType<typeof findConnectomes>>[number];

export function summariseConnectome({ connectome, personName }: ConnectomeRow): ConnectomeSummary {
  const { id, labId, sha256, name, source, licence, citation, isModel } = connectome;
  const { neurons, connections, hasPositions } = connectome;
  return {
    ...{ id, labId, sha256, name, source, licence, citation, isModel },
    ...{ neurons, connections, hasPositions },
    createdBy: personName ?? connectome.createdBy,
    createdAt: connectome.createdAt.toISOString(),
  };
}
