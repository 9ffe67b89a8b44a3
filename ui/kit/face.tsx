import type { CSSProperties } from 'react';
import { inkOn } from '~/core/collab/colours.ts';
import { initials } from '~/core/collab/initials.ts';
import type { Person } from '~/core/contracts/index.ts';
import { classNames } from './class-names.ts';

/** idle: there, but without input for a while or with the page hidden. left: was here a moment ago. */
export type Attendance = 'here' | 'idle' | 'left';

const shape =
  'inline-flex size-7 shrink-0 items-center justify-center rounded-full text-12 font-semibold';

const looks: Record<Attendance, string> = {
  here: '',
  idle: 'border-2 border-dashed text-ink-2',
  left: 'border border-line text-ink-3 line-through',
};

function colours(attendance: Attendance, colour: string): CSSProperties {
  if (attendance === 'here') return { background: colour, color: inkOn(colour) };
  return attendance === 'idle' ? { borderColor: colour } : {};
}

type Props = { user: Person; attendance?: Attendance; className?: string };

/** A person as initials in their colour; the idle are dashed, and who has left is struck through, not only paler. */
export function Face({ user, attendance = 'here', className }: Props) {
  return (
    <span
      aria-hidden
      style={colours(attendance, user.color)}
      className={classNames(shape, looks[attendance], className)}
    >
      {initials(user.name)}
    </span>
  );
}
