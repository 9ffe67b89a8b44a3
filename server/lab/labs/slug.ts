/** `Lehrstuhl für Optik, II` -> `lehrstuhl-fur-optik-ii`; words of other scripts are left out. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'lab' : plain;
}

/** The slug, then the slug with 2, 3, ... behind it. */
export function* slugCandidates(name: string): Generator<string, never> {
  const slug = slugOf(name);
  yield slug;
  for (let n = 2; ; n++) yield `${slug}-${n}`;
}
