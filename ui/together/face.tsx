import type { CSSProperties } from 'react';
import { initials, inkOn } from '~/core/collab/index.ts';
import type { Person } from '~/core/contracts/index.ts';
import { classNames } from '../kit/index.ts';

const look =
  'inline-flex size-7 shrink-0 items-center justify-center rounded-full text-12 font-semibold';

const colours = (colour: string): CSSProperties => ({ background: colour, color: inkOn(colour) });

type Props = { user: Person; idle?: boolean; className?: string };

/** A person as initials in their colour; who does not move any more is paler and dashed, not only paler. */
export function Face({ user, idle = false, className }: Props) {
  return (
    <span
      aria-hidden
      style={idle ? { borderColor: user.color } : colours(user.color)}
      className={classNames(look, idle && 'border-2 border-dashed text-ink-2', className)}
    >
      {initials(user.name)}
    </span>
  );
}
