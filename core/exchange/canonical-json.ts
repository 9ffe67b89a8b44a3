/**
 * JSON with the keys of every object in ascending order of their code units and no white space:
 * equal values give equal text, so its hash names the value. Numbers are written as JavaScript writes them.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isObject(inner) ? sorted(inner) : inner));
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Keys that read as integers come first in any JavaScript object; still the same text each time.
function sorted(object: object): Record<string, unknown> {
  const entries = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}
