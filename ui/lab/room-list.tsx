import type { LabSummary, RoomSummary } from '~/core/contracts/index.ts';
import { ItemList } from './item-row.tsx';
import { RoomRow, type RoomActions } from './room-row.tsx';

type Props = RoomActions & { lab: LabSummary; rooms: readonly RoomSummary[] };

/** The open rooms, those of one model together, and folded away the closed ones. */
export function RoomList({ lab, rooms, ...actions }: Props) {
  const isOpen = ({ closedAt }: RoomSummary) => closedAt === null;
  const closed = rooms.filter((room) => !isOpen(room));
  const models = [...new Set(rooms.map(({ model }) => model.id))];
  const open = models.flatMap((id) => rooms.filter((room) => room.model.id === id && isOpen(room)));
  const row = (room: RoomSummary) => <RoomRow key={room.id} lab={lab} room={room} {...actions} />;
  return (
    <>
      {open.length > 0 ? (
        <ItemList label="Rooms">{open.map(row)}</ItemList>
      ) : (
        <p className="py-2 text-13 text-ink-2">All rooms are closed.</p>
      )}
      {closed.length > 0 && (
        <details className="mt-1">
          <summary className="rounded py-1 text-13 text-ink-2 hover:text-ink">
            Closed rooms ({closed.length})
          </summary>
          <ItemList label="Closed rooms">{closed.map(row)}</ItemList>
        </details>
      )}
    </>
  );
}
