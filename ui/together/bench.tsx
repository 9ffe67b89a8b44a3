'use client';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Pin } from '~/core/contracts/index.ts';
import type { BenchActions } from './bench-actions.ts';
import { BenchItem } from './bench-item.tsx';

type Props = BenchActions & {
  pins: readonly Pin[];
  canWrite: boolean;
  /** The pin that is shown now. */
  current?: string | null;
  /** A pin to bring into view, such as the one that I have just made. */
  reveal?: string | null;
  /** A small picture of a pin's circuit. */
  picture?: (pin: Pin) => ReactNode;
};

/**
 * The pinned probes of the room. Left and right go from one to the next, Alt with them moves the pin,
 * Enter restores it, F2 renames it, Delete removes it.
 */
export function Bench({
  pins,
  canWrite,
  current = null,
  reveal = null,
  picture,
  ...actions
}: Props) {
  const list = useRef<HTMLUListElement>(null);

  const revealed = pins.find((pin) => pin.id === reveal)?.id ?? null;
  useEffect(() => {
    if (revealed !== null) bringIntoView(list.current, revealed);
  }, [revealed]);

  const press = (event: KeyboardEvent, index: number, pin: Pin) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && event.altKey) {
      const to = index + step;
      if (canWrite && to >= 0 && to < pins.length) actions.onMove(pin.id, to);
    } else if (step !== 0) {
      const buttons = list.current?.querySelectorAll<HTMLElement>('[data-pin]');
      buttons?.[index + step]?.focus();
    } else if (event.key === 'Delete' && canWrite) {
      actions.onRemove(pin.id);
    } else {
      return;
    }
    event.preventDefault();
  };

  if (pins.length === 0) {
    return (
      <p className="px-1 py-2 text-13 text-ink-3">
        {canWrite
          ? 'Nothing pinned yet. Pin the probe to keep its circuit here for everybody.'
          : 'Nothing pinned yet.'}
      </p>
    );
  }
  return (
    <ul ref={list} aria-label="Pinned probes" className="flex gap-2 overflow-x-auto p-1">
      {pins.map((pin, index) => (
        <BenchItem
          key={pin.id}
          pin={pin}
          canWrite={canWrite}
          isCurrent={pin.id === current}
          picture={picture?.(pin)}
          onKeyDown={(event) => press(event, index, pin)}
          {...actions}
        />
      ))}
    </ul>
  );
}

/** Without motion for those who asked for none. */
function bringIntoView(list: HTMLElement | null, pinId: string): void {
  const item = list?.querySelector(`[data-pin="${CSS.escape(pinId)}"]`)?.closest('li');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  item?.scrollIntoView({
    block: 'nearest',
    inline: 'nearest',
    behavior: still ? 'instant' : 'smooth',
  });
}
