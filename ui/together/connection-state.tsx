import { classNames } from '../kit/index.ts';
import type { ConnectionState as State } from './room-socket.ts';

const words = {
  connecting: ['Connecting', 'bg-line-strong', 'Opening the room.'],
  synced: ['Synced', 'bg-ok', 'Everything you see is shared.'],
  offline: [
    'Offline',
    'bg-warn',
    'The server does not answer. This page tries again by itself; what you change is kept and sent when it is back.',
  ],
  refused: ['Closed', 'bg-danger', 'The server closed this room for you.'],
} as const;

const looking =
  'You may look, walk and decode here, and others see you. Pins, the plane and the individual for all are for members with the right to comment.';

type Props = { state: State; readOnly?: boolean; onRetry: () => void };

/**
 * Whether what I see is shared, always in view, and in a sentence over the page when it is not. The width is that
 * of the longest word, so nothing jumps.
 */
export function ConnectionState({ state, readOnly = false, onRetry }: Props) {
  const [word, dot, explained] = words[state.kind];
  const reader = readOnly && state.kind === 'synced';
  const reason =
    state.kind === 'refused' && state.reason !== '' ? state.reason : reader ? looking : explained;
  return (
    <span className="inline-flex items-center text-12 text-ink-2">
      <span role="status" title={reason} className="inline-flex min-w-24 items-center gap-1.5">
        <span aria-hidden className={classNames('size-2 rounded-full', dot)} />
        {word}
        <span className="sr-only">. {reason}</span>
        {reader && <span className="whitespace-nowrap text-ink-3">(looking)</span>}
      </span>
      {(state.kind === 'offline' || state.kind === 'refused') && (
        <Apart reason={reason} onRetry={state.kind === 'refused' ? onRetry : null} />
      )}
    </span>
  );
}

/** Lies over the page and moves nothing, and leaves the place to a dialog; the status has told it to who listens. */
function Apart({ reason, onRetry }: { reason: string; onRetry: (() => void) | null }) {
  return (
    <div
      data-testid="apart"
      className={classNames(
        '[body:has([role=dialog])_&]:hidden pointer-events-none fixed inset-x-2 top-24 z-30 mx-auto flex w-fit max-w-[min(34rem,calc(100vw-1rem))] items-center gap-3 rounded border bg-surface px-3 py-2 text-13 text-ink shadow-popup md:top-20',
        onRetry ? 'border-danger' : 'border-warn',
      )}
    >
      <span aria-hidden>{reason}</span>
      {onRetry && (
        <button
          type="button"
          onClick={onRetry}
          className="pointer-events-auto shrink-0 rounded border border-line px-2 py-0.5 text-13 hover:bg-surface-3"
        >
          Try again
        </button>
      )}
    </div>
  );
}
