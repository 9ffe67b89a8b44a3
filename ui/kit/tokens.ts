'use client';
import { useSyncExternalStore } from 'react';
import { roles } from '~/core/report/scene.ts';

export const tokenNames = [...roles, 'surface-2', 'surface-3', 'neutral'] as const;

/** Resolved colours of the current theme, for canvas and WebGL. */
export type Tokens = Readonly<Record<(typeof tokenNames)[number], string>>;

const blank = Object.fromEntries(tokenNames.map((name) => [name, '#808080'])) as Tokens;
let current: Tokens | null = null;

function read(): Tokens {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    tokenNames.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Tokens;
}

function subscribe(changed: () => void): () => void {
  const update = () => {
    current = read();
    changed();
  };
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(update);
  system.addEventListener('change', update);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', update);
    chosen.disconnect();
  };
}

/** The theme's colours; changes when the person or the system changes the theme. Grey on the server. */
export function useTokens(): Tokens {
  return useSyncExternalStore(
    subscribe,
    () => (current ??= read()),
    () => blank,
  );
}
