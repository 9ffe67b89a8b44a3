'use client';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Pin } from '~/core/contracts/index.ts';
import { classNames } from '../kit/index.ts';
import type { BenchActions } from './bench-actions.ts';
import { PinName } from './pin-name.tsx';

type Props = Pick<BenchActions, 'onRestore' | 'onRename' | 'onRemove'> & {
  pin: Pin;
  canWrite: boolean;
  isCurrent: boolean;
  picture: ReactNode;
  onKeyDown: (event: KeyboardEvent) => void;
};

const small = 'rounded px-1 text-12 text-ink-3 hover:bg-surface-3 hover:text-ink';

/** One pin: its picture and name restore it; the line under them has the colour of who pinned it. */
export function BenchItem({ pin, canWrite, isCurrent, picture, onKeyDown, ...actions }: Props) {
  const [renaming, setRenaming] = useState(false);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'F2' && canWrite) setRenaming(true);
    else onKeyDown(event);
  };
  return (
    <li
      className={classNames(
        'flex w-44 shrink-0 flex-col rounded border bg-surface',
        isCurrent ? 'border-accent' : 'border-line',
      )}
    >
      {renaming ? (
        <PinName
          name={pin.name}
          onDone={(name) => {
            setRenaming(false);
            if (name !== null && name !== pin.name) actions.onRename(pin.id, name);
          }}
        />
      ) : (
        <button
          type="button"
          data-pin={pin.id}
          aria-current={isCurrent || undefined}
          aria-label={`Restore ${pin.name}, pinned by ${pin.by.name}`}
          onClick={() => actions.onRestore(pin)}
          onKeyDown={press}
          className="flex items-center gap-2 rounded p-1 text-left hover:bg-surface-2"
        >
          {picture}
          <span className="min-w-0 flex-1">
            <span className="block truncate text-13">{pin.name}</span>
            <span className="block truncate text-12 text-ink-3">{pin.by.name}</span>
          </span>
        </button>
      )}
      <div
        className="flex items-center justify-between border-t px-1"
        style={{ borderColor: pin.by.color }}
      >
        <span className="figures text-12 text-ink-3">N {pin.n}</span>
        {canWrite && (
          <span className="flex shrink-0">
            <button
              type="button"
              className={small}
              aria-label={`Rename ${pin.name}`}
              onClick={() => setRenaming(true)}
            >
              Rename
            </button>
            <button
              type="button"
              className={small}
              aria-label={`Remove ${pin.name}`}
              onClick={() => actions.onRemove(pin.id)}
            >
              Remove
            </button>
          </span>
        )}
      </div>
    </li>
  );
}
