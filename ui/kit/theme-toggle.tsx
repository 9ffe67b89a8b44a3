'use client';
import { useState } from 'react';
import { useInitialTheme, type Theme } from './theme.tsx';

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const names: Record<Theme, string> = { system: 'auto', light: 'light', dark: 'dark' };
const year = 365 * 24 * 3600;

function apply(theme: Theme) {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  const life = theme === 'system' ? 0 : year;
  document.cookie = `theme=${theme}; path=/; max-age=${life}; samesite=lax`;
}

/** Light, dark or as the system has it; kept in a cookie so that the server sends the right page at once. */
export function ThemeToggle() {
  const [theme, setTheme] = useState(useInitialTheme());
  const choose = (chosen: Theme) => {
    setTheme(chosen);
    apply(chosen);
  };
  return (
    <button
      type="button"
      onClick={() => choose(next[theme])}
      className="whitespace-nowrap rounded px-1.5 py-0.5 text-13 text-ink-2 hover:bg-surface-3 hover:text-ink"
      title={`Change to ${names[next[theme]]}`}
    >
      Theme: {names[theme]}
    </button>
  );
}
