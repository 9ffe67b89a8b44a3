/** "Ada Lovelace" -> AL, "ada" -> AD; a name without letters or digits -> ?. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, ...rest] = words;
  if (first === undefined) return '?';
  const last = rest.at(-1);
  const letters = Array.from(first);
  const two = last === undefined ? letters.slice(0, 2) : [letters[0], Array.from(last)[0]];
  return two.join('').toUpperCase();
}
