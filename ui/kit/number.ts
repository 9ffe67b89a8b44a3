const whole = new Intl.NumberFormat('en-US');

/** 12,345; "not defined" figures are a dash. */
export function count(value: number | null | undefined): string {
  return value == null || !Number.isFinite(value) ? '–' : whole.format(value);
}

/** A fixed number of decimals so that columns align; a real minus sign. */
export function decimal(value: number | null | undefined, places = 3): string {
  if (value == null || !Number.isFinite(value)) return '–';
  return value.toFixed(places).replace('-', '−');
}

/** 12 B, 3.4 kB, 1.2 MB: powers of 1000. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let rest = value;
  let unit = 0;
  while (rest >= 1000 && unit < units.length - 1) {
    rest /= 1000;
    unit += 1;
  }
  return `${rest.toFixed(unit === 0 || rest >= 100 ? 0 : 1)} ${units[unit] ?? ''}`;
}

/** 8 s, 4 min 10 s, 2 h 5 min. */
export function duration(seconds: number): string {
  const total = Math.max(0, Math.round(seconds));
  if (total < 60) return `${total} s`;
  const minutes = Math.floor(total / 60);
  if (minutes < 60) return total % 60 ? `${minutes} min ${total % 60} s` : `${minutes} min`;
  return minutes % 60
    ? `${Math.floor(minutes / 60)} h ${minutes % 60} min`
    : `${Math.floor(minutes / 60)} h`;
}

/** 2026-11-22 14:05 in UTC: the same text on server and client, so that nothing flickers. */
export function dateTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

/** "1 neuron", "3 neurons". */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
