/** Where to go after signing in: a path of this site only, never another origin. */
export function nextPath(wanted: string | null | undefined): string {
  if (!wanted) return '/labs';
  try {
    const base = 'http://localhost';
    const url = new URL(wanted, base);
    if (url.origin !== base || !wanted.startsWith('/')) return '/labs';
    return `${url.pathname}${url.search}`;
  } catch {
    return '/labs';
  }
}

/** The sign-in page that comes back here. */
export function signInHref(here: string): string {
  return `/signin?next=${encodeURIComponent(here)}`;
}
