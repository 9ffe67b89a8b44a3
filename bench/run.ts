/** `npm run bench` runs every bench; `npm run bench -- rooms decode` only those named. Each prints a table, ours and the peer's in one run. */
const benches = {
  import: () => import('./import.ts'),
  training: () => import('./training.ts'),
  reservoir: () => import('./reservoir.ts'),
  decode: () => import('./decode.ts'),
  terrain: () => import('./terrain.ts'),
  synthesis: () => import('./synthesis.ts'),
  'memory-wish': () => import('./memory-wish.ts'),
  function: () => import('./function.ts'),
  nulls: () => import('./nulls.ts'),
  directions: () => import('./directions.ts'),
  sigma: () => import('./sigma.ts'),
  room: () => import('./room.ts'),
  steering: () => import('./steering.ts'),
  rooms: () => import('./rooms.ts'),
  start: () => import('./start.ts'),
} satisfies Record<string, () => Promise<{ main: () => Promise<void> }>>;

const names = Object.keys(benches) as (keyof typeof benches)[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(', ')}. Benches: ${names.join(' ')}`);
  process.exit(2);
}
for (const name of names) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n== ${name}`);
  await (await benches[name]()).main();
}

export {};
