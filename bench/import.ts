import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Generator, streams } from '~/core/random.ts';
import { guessedOptions } from '~/server/import/guessed-options.ts';
import { importTables } from '~/server/import/import-tables.ts';

const neurons = 150_000;
const connections = 5_000_000;

/** Ids as long as MICrONS root ids. */
const idOf = (row: number) => `8646911${String(row * 1009).padStart(11, '0')}`;

/** Import of 150,000 neurons with 5 million connections: rows a second, seconds, peak memory of the whole process. */
export async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latentome-bench-'));
  try {
    const [neuronPath, connectionPath] = await writeTables(folder);
    const options = await guessedOptions(neuronPath, connectionPath);
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
    const started = performance.now();
    const { report, connectome } = await importTables({
      neurons: neuronPath,
      connections: connectionPath,
      options: { ...options, repeats: 'sum' },
      write: true,
    });
    const seconds = (performance.now() - started) / 1000;
    clearInterval(watch);
    if (!connectome) throw new Error(report.problems[0]?.message ?? 'nothing was imported');
    const sent = (await stat(neuronPath)).size + (await stat(connectionPath)).size;
    process.stdout.write(
      table([
        ['import', 'neurons', 'rows', 'MB', 'seconds', 'rows/s', 'peak RSS', 'goal'],
        [
          'CSV to connectome',
          neurons.toLocaleString('en'),
          connections.toLocaleString('en'),
          (sent / 1e6).toFixed(0),
          seconds.toFixed(1),
          Math.round((neurons + connections) / seconds).toLocaleString('en'),
          `${(peak / 1e9).toFixed(2)} GB`,
          '< 1.5 GB',
        ],
      ]),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeTables(folder: string): Promise<[string, string]> {
  const random = new Generator(1, streams.bench);
  const neuronPath = path.join(folder, 'neurons.csv');
  const connectionPath = path.join(folder, 'connections.csv');
  await write(neuronPath, 'id,class,layer,x_um,y_um,z_um\n', neurons, (row) => {
    const at = () => (1000 * random.nextUniform()).toFixed(3);
    return `${idOf(row)},${row % 5 === 0 ? 'I' : 'E'},L2/3,${at()},${at()},${at()}\n`;
  });
  await write(connectionPath, 'pre,post,size\n', connections, () => {
    const end = () => idOf(random.nextInt(neurons));
    return `${end()},${end()},${random.nextInt(20_000)}\n`;
  });
  return [neuronPath, connectionPath];
}

async function write(
  file: string,
  header: string,
  rows: number,
  line: (row: number) => string,
): Promise<void> {
  function* chunks() {
    yield header;
    for (let row = 0; row < rows; row += 10_000)
      yield Array.from({ length: Math.min(10_000, rows - row) }, (_, k) => line(row + k)).join('');
  }
  await pipeline(Readable.from(chunks()), createWriteStream(file));
}

function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0))) ?? [];
  return rows
    .map((row) => `${row.map((cell, k) => cell.padEnd(widths[k] ?? 0)).join('  ')}\n`)
    .join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
