type Bench = {
  /** What it measures, in one line. */
  about: string;
  /** In a real Chromium. */
  browser: boolean;
  open: () => Promise<{ main: () => Promise<void> }>;
};

const inNode = (about: string, open: Bench['open']): Bench => ({ about, browser: false, open });
const inChromium = (about: string, open: Bench['open']): Bench => ({ about, browser: true, open });

/** Every bench by its name, in the order they run. Each prints a table, ours and the peer's in one run. */
export const benches: Readonly<Record<string, Bench>> = {
  import: inNode(
    '150,000 neurons with 5 million connections: rows a second, peak memory',
    () => import('./import.ts'),
  ),
  training: inNode('training circuits a second, standard preset', () => import('./training.ts')),
  reservoir: inNode(
    'memory capacity, ours beside conn2res and reservoirpy: circuits a second',
    () => import('./reservoir.ts'),
  ),
  decode: inChromium(
    'decoding, from asked to answered, beside a bare onnxruntime-web loop',
    () => import('./decode.ts'),
  ),
  terrain: inChromium('terrain of a property over the map: seconds', () => import('./terrain.ts')),
  synthesis: inChromium(
    'circuits to order beside plain draws, nearest circuits and a bare walk',
    () => import('./synthesis.ts'),
  ),
  'memory-wish': inChromium(
    'memory capacity as a wish beside up to eight metrics',
    () => import('./memory-wish.ts'),
  ),
  function: inChromium(
    'one circuit’s score over 20 spectral radii: seconds',
    () => import('./function.ts'),
  ),
  nulls: inChromium(
    'metrics of one circuit beside 200 draws of each null: seconds',
    () => import('./nulls.ts'),
  ),
  directions: inNode(
    'what the directions of a model do on its test fold',
    () => import('./directions.ts'),
  ),
  sigma: inChromium(
    'the circuit view beside bare sigma: frames a second',
    () => import('./sigma.ts'),
  ),
  room: inChromium(
    'the whole room, map of 20,000 circuits: frames, longest task of a drag',
    () => import('./room.ts'),
  ),
  steering: inChromium(
    'sliders in the room: from the move to the picture of that very circuit',
    () => import('./steering.ts'),
  ),
  rooms: inNode(
    'presence of 20, 100, 300 people beside @y/websocket-server: delivery',
    () => import('./rooms.ts'),
  ),
  kills: inNode(
    'a server killed 200 times under a writing load: what is lost',
    () => import('./kills.ts'),
  ),
  start: inNode(
    'from the command to the served room: first start, then two more',
    () => import('./start.ts'),
  ),
};
