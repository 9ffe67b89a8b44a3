import Link from 'next/link';
import type { LabPerson, RoomSummary } from '~/core/contracts/index.ts';
import { Face } from '~/ui/kit/index.ts';
import { labHref } from './use-lab.ts';

type Props = {
  slug: string;
  person: LabPerson;
  /** To name the rooms; they may not be known yet. */
  rooms: readonly RoomSummary[];
  isMe?: boolean;
};

/** Somebody who has the lab open, and where one finds them. */
export function LabPersonRow({ slug, person, rooms, isMe = false }: Props) {
  const { user, rooms: stays } = person;
  const idle = stays.length > 0 && stays.every((stay) => stay.idle);
  return (
    <div className="flex items-center gap-2 text-13">
      <Face user={user} attendance={idle ? 'idle' : 'here'} />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {user.name}
        {isMe && ' (you)'}{' '}
        <span className="text-ink-2">
          {stays.length === 0 && 'on the pages of the lab'}
          {stays.map((stay, index) => (
            <span key={stay.roomId}>
              {index === 0 ? 'in ' : ', '}
              <RoomName slug={slug} room={rooms.find(({ id }) => id === stay.roomId)} />
              {stay.idle && ' (idle)'}
            </span>
          ))}
        </span>
      </span>
    </div>
  );
}

function RoomName({ slug, room }: { slug: string; room: RoomSummary | undefined }) {
  if (!room) return 'a room';
  return (
    <Link
      href={labHref(slug, 'maps', room.model.id, room.id)}
      className="underline underline-offset-2 hover:text-ink"
    >
      {room.name}
    </Link>
  );
}
