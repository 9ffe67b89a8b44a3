import type { Circuit } from '../decoder/circuit.ts';

/**
 * The sixteen ways three neurons a, b, c can be connected, under the names of Holland & Leinhardt 1970: mutual,
 * one-way and absent pairs are counted, then Down, Up, Cyclic or Transitive. Each with one drawing of it.
 */
export const triadDrawings = {
  '003': [],
  '012': ['ab'],
  '102': ['ab', 'ba'],
  '021D': ['ba', 'bc'],
  '021U': ['ab', 'cb'],
  '021C': ['ab', 'bc'],
  '111D': ['ab', 'ba', 'cb'],
  '111U': ['ab', 'ba', 'bc'],
  '030T': ['ab', 'cb', 'ac'],
  '030C': ['ba', 'cb', 'ac'],
  '201': ['ab', 'ba', 'bc', 'cb'],
  '120D': ['ba', 'bc', 'ac', 'ca'],
  '120U': ['ab', 'cb', 'ac', 'ca'],
  '120C': ['ab', 'bc', 'ac', 'ca'],
  '210': ['ab', 'bc', 'cb', 'ac', 'ca'],
  '300': ['ab', 'ba', 'bc', 'cb', 'ac', 'ca'],
} as const satisfies Record<string, readonly Arrow[]>;

const arrows = ['ab', 'ba', 'ac', 'ca', 'bc', 'cb'] as const;
type Arrow = (typeof arrows)[number];
export type TriadName = keyof typeof triadDrawings;

/** In the order of Holland & Leinhardt; the keys of an object would put those that look like numbers first. */
export const triadNames = [
  '003',
  '012',
  '102',
  '021D',
  '021U',
  '021C',
  '111D',
  '111U',
  '030T',
  '030C',
  '201',
  '120D',
  '120U',
  '120C',
  '210',
  '300',
] as const satisfies readonly TriadName[];

/** Which of the sixteen each of the 64 ways is: bit k of the code is arrows[k]. */
export const triadOfCode: readonly TriadName[] = tabulate();

function tabulate(): TriadName[] {
  const table = new Array<TriadName>(64).fill('003');
  for (const name of triadNames)
    for (const [a, b, c] of ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'].map((s) => s.split('')))
      table[codeOf(triadDrawings[name], { a, b, c })] = name;
  return table;
}

function codeOf(drawing: readonly Arrow[], names: Record<string, string | undefined>): number {
  const drawn = drawing.map((arrow) =>
    Array.from(arrow, (letter) => names[letter] ?? letter).join(''),
  );
  return arrows.reduce((code, arrow, k) => code | (drawn.includes(arrow) ? 1 << k : 0), 0);
}

/**
 * How many of the N (N - 1) (N - 2) / 6 triples are of each kind; every triple is looked at (Batagelj & Mrvar 2001,
 * Social Networks 23, 237 give the coding). Self-edges do not count.
 */
export function countTriads({ n, adjacency }: Circuit): Record<TriadName, number> {
  const pairs = new Uint8Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      pairs[i * n + j] = (adjacency[i * n + j] ? 1 : 0) | (adjacency[j * n + i] ? 2 : 0);
  const counts = new Float64Array(64);
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      const ab = pairs[a * n + b] ?? 0;
      for (let c = b + 1; c < n; c++) {
        const code = ab | ((pairs[a * n + c] ?? 0) << 2) | ((pairs[b * n + c] ?? 0) << 4);
        counts[code] = (counts[code] ?? 0) + 1;
      }
    }
  const found = Object.fromEntries(triadNames.map((name) => [name, 0])) as Record<
    TriadName,
    number
  >;
  triadOfCode.forEach((name, code) => (found[name] += counts[code] ?? 0));
  return found;
}
