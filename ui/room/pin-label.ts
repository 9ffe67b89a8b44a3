/** A, B, ... Z, AA, AB: the letter of a place on the bench, from 0. */
export function pinLabel(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : pinLabel(Math.floor(index / 26) - 1) + last;
}
