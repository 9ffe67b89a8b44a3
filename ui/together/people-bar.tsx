'use client';
import { Popover } from '@base-ui/react/popover';
import type { Person } from '~/core/contracts/index.ts';
import { Face, plural } from '../kit/index.ts';
import { oneWindowEach } from './one-window-each.ts';
import type { RoomPerson } from './people-watch.ts';
import { PersonButton } from './person-button.tsx';

type Props = {
  people: readonly RoomPerson[];
  /** Who has left a moment ago. */
  left: readonly Person[];
  me: Person | null;
  /** Client id I follow. */
  following: number | null;
  onFollow: (clientId: number | null) => void;
  /** How many faces stand in the bar beside mine; the others are behind "+n". */
  shown?: number;
};

/** Who is here, each person once, and who has just left. A click on a face follows that person, another ends it. */
export function PeopleBar({ people, left, me, following, onFollow, shown = 4 }: Props) {
  const others = oneWindowEach(people, following, me?.id);
  const faces = others.slice(0, shown);
  const rest = others.slice(shown);
  const buttonFor = (person: RoomPerson, withName: boolean) => (
    <PersonButton
      key={person.clientId}
      person={person}
      withName={withName}
      followed={person.clientId === following}
      onFollow={onFollow}
    />
  );
  return (
    <div role="group" aria-label="People in this room" className="flex items-center gap-1">
      {me && (
        <span className="inline-flex" title={`${me.name} (you)`}>
          <Face user={me} />
          <span className="sr-only">{me.name} (you)</span>
        </span>
      )}
      {faces.map((person) => buttonFor(person, false))}
      <span role="status" className="inline-flex gap-1">
        {left.slice(0, shown).map((user) => (
          <span key={user.id} className="inline-flex" title={`${user.name} has left`}>
            <Face user={user} attendance="left" />
            <span className="sr-only">{user.name} has left</span>
          </span>
        ))}
      </span>
      {rest.length > 0 && (
        <Popover.Root>
          <Popover.Trigger
            aria-label={plural(rest.length, 'more person', 'more people')}
            className="figures h-7 rounded-full border border-line px-2 text-12 text-ink-2 hover:bg-surface-3"
          >
            +{rest.length}
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Positioner sideOffset={6} className="z-50">
              <Popover.Popup
                aria-label="More people"
                className="flex max-h-80 w-56 flex-col overflow-y-auto rounded border border-line bg-surface p-1 shadow-popup"
              >
                {rest.map((person) => buttonFor(person, true))}
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
      )}
    </div>
  );
}
