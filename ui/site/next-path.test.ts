import { describe, expect, it } from 'vitest';
import { nextPath, signInHref } from './next-path.ts';

describe('the page after signing in', () => {
  it('is a path of this site', () => {
    expect(nextPath('/labs/demo?tab=runs')).toBe('/labs/demo?tab=runs');
    expect(nextPath(null)).toBe('/labs');
  });

  it.each(['//evil.example/x', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'is never elsewhere: %s',
    (wanted) => {
      expect(nextPath(wanted)).toBe('/labs');
    },
  );

  it('survives the round through the address', () => {
    const href = signInHref('/labs/demo?connectome=a&b');
    const next = new URL(href, 'http://localhost').searchParams.get('next');
    expect(nextPath(next)).toBe('/labs/demo?connectome=a&b');
  });
});
