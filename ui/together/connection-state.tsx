import { classNames } from '../kit/index.ts';
import type { ConnectionState as State } from './room-socket.ts';

const words = {
  connecting: ['Connecting', 'bg-line-strong', 'Opening the room.'],
  synced: ['Synced', 'bg-ok', 'Everything you see is shared.'],
  offline: [
    'Offline',
    'bg-warn',
    'Trying again. What you change is kept and sent when it is back.',
  ],
  refused: ['Closed', 'bg-danger', 'The server closed this room for you.'],
} as const;

type Props = { state: State; readOnly?: boolean; onRetry: () => void };

/** Whether what I see is shared, always in view. The width is that of the longest word, so nothing jumps. */
export function ConnectionState({ state, readOnly = false, onRetry }: Props) {
  const [word, dot, explained] = words[state.kind];
  const reason = state.kind === 'refused' && state.reason !== '' ? state.reason : explained;
  return (
    <span className="inline-flex items-center gap-2 text-12 text-ink-2">
      <span role="status" title={reason} className="inline-flex min-w-24 items-center gap-1.5">
        <span aria-hidden className={classNames('size-2 rounded-full', dot)} />
        {word}
        <span className="sr-only">. {reason}</span>
        {readOnly && state.kind === 'synced' && <span className="text-ink-3">(looking)</span>}
      </span>
      {state.kind === 'refused' && (
        <button
          type="button"
          onClick={onRetry}
          className="rounded border border-line px-2 text-12 hover:bg-surface-3"
        >
          Try again
        </button>
      )}
    </span>
  );
}
