'use client';
import { createContext, use, type ReactNode } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const ThemeContext = createContext<Theme>('system');

/** What the theme cookie said when the page was made. */
export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  return <ThemeContext value={initial}>{children}</ThemeContext>;
}

export function useInitialTheme(): Theme {
  return use(ThemeContext);
}
