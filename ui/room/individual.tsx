'use client';
import { useState } from 'react';
import { Button } from '~/ui/kit/index.ts';
import { isSeedText, lastSeed, typedSeed } from './typed-seed.ts';

type Props = { seed: number; onSeed: (seed: number) => void };

const faces = [
  [3, 3],
  [9, 9],
  [6, 6],
  [9, 3],
  [3, 9],
] as const;

/**
 * Which individual of the blueprint is wired: the seed of u and of the draw. The dice takes another at random. What is
 * typed counts with Enter or on leaving the field; Escape forgets it.
 */
export function Individual({ seed, onSeed }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const next = typed === null ? null : typedSeed(typed);
    setTyped(null);
    if (next !== null && next !== seed) onSeed(next);
  };
  const roll = () => onSeed(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
  return (
    <div
      role="group"
      aria-label="Individual"
      className="flex items-center gap-1 text-13 text-ink-2"
    >
      <span aria-hidden>Individual</span>
      <input
        aria-label="Individual: its seed"
        data-testid="seed"
        inputMode="numeric"
        value={typed ?? seed}
        onChange={({ target }) => {
          const text = target.value.trim();
          if (isSeedText(text)) setTyped(text);
        }}
        onBlur={keep}
        onKeyDown={({ key }) => {
          if (key === 'Enter') keep();
          else if (key === 'Escape') setTyped(null);
        }}
        className="figures h-7 w-36 rounded border border-line bg-surface px-1.5 text-right text-ink"
      />
      <Button
        size="small"
        onClick={roll}
        aria-label="Dice: another individual"
        title="Another individual"
      >
        <svg aria-hidden viewBox="0 0 12 12" className="size-4 fill-current">
          <rect x="0.5" y="0.5" width="11" height="11" rx="2" fill="none" stroke="currentColor" />
          {faces.map(([x, y]) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r="1" />
          ))}
        </svg>
      </Button>
      <Button
        size="small"
        variant="quiet"
        aria-label="The individual before"
        disabled={seed === 0}
        onClick={() => onSeed(seed - 1)}
      >
        &lt;
      </Button>
      <Button
        size="small"
        variant="quiet"
        aria-label="The next individual"
        disabled={seed === lastSeed}
        onClick={() => onSeed(seed + 1)}
      >
        &gt;
      </Button>
    </div>
  );
}
