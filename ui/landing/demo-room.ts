import type { RoomSummary } from '~/core/contracts/index.ts';

/**
 * Of a lab's open rooms, oldest first, the one that the first page opens: the first of the newest model that came with the
 * program, which no run made; the first of all where there is none.
 */
export function demoRoom(rooms: readonly RoomSummary[]): RoomSummary | undefined {
  const open = rooms.filter(({ closedAt }) => closedAt === null);
  const shipped = open.filter(({ model }) => model.runId === null);
  const newest = Math.max(...shipped.map(({ model }) => model.version));
  return shipped.find(({ model }) => model.version === newest) ?? open[0];
}
