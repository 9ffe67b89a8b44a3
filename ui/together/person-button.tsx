import { classNames, Face } from '../kit/index.ts';
import type { RoomPerson } from './people-watch.ts';

type Props = {
  person: RoomPerson;
  withName: boolean;
  followed: boolean;
  onFollow: (clientId: number | null) => void;
};

/** A face that can be followed; the ring of who is followed has their colour. */
export function PersonButton({ person, withName, followed, onFollow }: Props) {
  const { user, idle = false, clientId } = person;
  const does = followed ? `Stop following ${user.name}` : `Follow ${user.name}`;
  return (
    <button
      type="button"
      aria-pressed={followed}
      aria-label={idle ? `${does} (idle)` : does}
      title={idle ? `${user.name}, idle` : user.name}
      onClick={() => onFollow(followed ? null : clientId)}
      style={followed ? { boxShadow: `0 0 0 2px var(--surface), 0 0 0 4px ${user.color}` } : {}}
      className={classNames(
        'flex items-center gap-2 text-left text-13',
        withName ? 'rounded px-1 py-1 hover:bg-surface-3' : 'rounded-full',
      )}
    >
      <Face user={user} attendance={idle ? 'idle' : 'here'} />
      {withName && <span className="min-w-0 flex-1 truncate">{user.name}</span>}
      {withName && idle && <span className="text-12 text-ink-3">idle</span>}
    </button>
  );
}
