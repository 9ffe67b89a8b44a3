'use client';
import type { LabSummary, RoomSummary } from '~/core/contracts/index.ts';
import { Badge, Button, dateTime } from '~/ui/kit/index.ts';
import { MapPicture } from '~/ui/model/index.ts';
import { labHref, mayEdit, usePresentPeople } from '~/ui/site/index.ts';
import { FaceRow } from './face-row.tsx';
import { ItemRow } from './item-row.tsx';

export type RoomActions = {
  onRename: (room: RoomSummary) => void;
  onClose: (room: RoomSummary) => void;
  onReopen: (room: RoomSummary) => void;
};

type Props = RoomActions & { lab: LabSummary; room: RoomSummary };

/** A room: who is in it now, or when somebody was there last. */
export function RoomRow({ lab, room, onRename, onClose, onReopen }: Props) {
  const here = usePresentPeople().flatMap(({ user, rooms }) => {
    const stay = rooms.find(({ roomId }) => roomId === room.id);
    return stay ? [{ user, idle: stay.idle }] : [];
  });
  const closed = room.closedAt !== null;
  const when = closed ? 'closed' : 'last activity';
  return (
    <ItemRow
      href={labHref(lab.slug, 'maps', room.model.id, room.id)}
      picture={<MapPicture modelId={room.model.id} />}
      title={room.name}
      state={
        <>
          {!room.canWrite && <Badge>looking only</Badge>}
          {here.length > 0 && <FaceRow people={here} />}
        </>
      }
      about={
        <>
          on {room.model.name}, version {room.model.version}
          <span className="block">
            {here.length > 0 ? (
              'active now'
            ) : (
              <>
                {when}{' '}
                <span className="figures whitespace-nowrap">
                  {dateTime(room.closedAt ?? room.activeAt)}
                </span>
              </>
            )}
          </span>
        </>
      }
      action={
        mayEdit(lab) && (
          <span className="flex flex-col sm:flex-row">
            {closed ? (
              <Button
                size="small"
                variant="quiet"
                aria-label={`Open the room ${room.name} again`}
                onClick={() => onReopen(room)}
              >
                Open again
              </Button>
            ) : (
              <>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Rename the room ${room.name}`}
                  onClick={() => onRename(room)}
                >
                  Rename
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Close the room ${room.name}`}
                  onClick={() => onClose(room)}
                >
                  Close
                </Button>
              </>
            )}
          </span>
        )
      }
    />
  );
}
