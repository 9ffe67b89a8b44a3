/** The value of the theme cookie; anything unknown means as the system has it. */
export function readTheme(cookie: string | undefined): 'system' | 'light' | 'dark' {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'system';
}
