import type { Route } from './route.ts';

type Match = { route: Route; params: Record<string, string> } | { route: null; allow: string[] }; // the path exists, the method does not

/** Finds the route of a method and path; null when no route has this path. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match | null {
  const allow: string[] = [];
  for (const route of routes) {
    const params = matchPath(route.path, path);
    if (!params) continue;
    if (route.method === method || (route.method === 'GET' && method === 'HEAD'))
      return { route, params };
    allow.push(route.method);
  }
  return allow.length > 0 ? { route: null, allow } : null;
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const names = pattern.split('/');
  const parts = path.split('/');
  if (names.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [i, name] of names.entries()) {
    const part = parts[i] ?? '';
    if (name.startsWith(':')) {
      const value = decode(part);
      if (value === null || value === '') return null;
      params[name.slice(1)] = value;
    } else if (name !== part) return null;
  }
  return params;
}

function decode(part: string): string | null {
  try {
    const text = decodeURIComponent(part);
    return /\p{Cc}/u.test(text) ? null : text; // no name of ours has control characters
  } catch {
    return null;
  }
}
