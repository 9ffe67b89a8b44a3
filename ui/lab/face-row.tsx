import type { Person } from '~/core/contracts/index.ts';
import { Face } from '~/ui/kit/index.ts';

type Props = { people: readonly { user: Person; idle: boolean }[]; shown?: number };

/** Some people side by side; read out and on hover by their names. */
export function FaceRow({ people, shown = 4 }: Props) {
  const names = people.map(({ user, idle }) => (idle ? `${user.name} (idle)` : user.name));
  return (
    <span className="inline-flex items-center" title={names.join(', ')}>
      <span className="sr-only">{names.join(', ')}</span>
      {people.slice(0, shown).map(({ user, idle }) => (
        <Face
          key={user.id}
          user={user}
          attendance={idle ? 'idle' : 'here'}
          className="-my-1 -ml-1 scale-80 first:ml-0"
        />
      ))}
      {people.length > shown && (
        <span aria-hidden className="figures text-12 text-ink-2">
          +{people.length - shown}
        </span>
      )}
    </span>
  );
}
