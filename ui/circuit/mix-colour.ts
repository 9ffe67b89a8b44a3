/** `colour` moved towards `ground` by a share; both '#rrggbb' or, as a minifier writes them, '#rgb'. Opaque, because lines of a graph overlap. */
export function mixColour(colour: string, ground: string, share: number): string {
  const [a, b] = [channels(colour), channels(ground)];
  const mixed = a.map((value, k) => Math.round(value + ((b[k] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  if (colour.length === 4)
    return [1, 2, 3].map(
      (at) => Number.parseInt(`${colour[at] ?? ''}${colour[at] ?? ''}`, 16) || 0,
    );
  return [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16) || 0);
}
