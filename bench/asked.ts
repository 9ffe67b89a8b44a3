import { benches } from './benches.ts';

/** The benches in one line each, and how they are asked for. */
export function listing(): string {
  const width = Math.max(...Object.keys(benches).map((name) => name.length));
  return [
    'npm run bench                  runs every bench, one after the other',
    'npm run bench -- rooms decode  only those named',
    '',
    ...Object.entries(benches).map(([name, { about }]) => `${name.padEnd(width)}  ${about}`),
  ].join('\n');
}

/** What the words behind `npm run bench --` ask for: benches to run, or words to print before ending with a code. */
export function readAsked(
  words: readonly string[],
): { run: string[] } | { says: string; code: number } {
  if (words.some((word) => word === '--help' || word === '-h')) return { says: listing(), code: 0 };
  const unknown = words.filter((word) => !Object.hasOwn(benches, word));
  if (unknown.length > 0)
    return { says: `There is no bench ${unknown.join(', ')}.\n\n${listing()}`, code: 2 };
  const all = Object.keys(benches);
  return { run: words.length === 0 ? all : all.filter((name) => words.includes(name)) };
}
