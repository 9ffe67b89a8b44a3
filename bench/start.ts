import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const address = /Latentome is at (http\S+)/;

/** Starts as a person does; resolves with the address once it is printed. */
function up(data: string): { child: ChildProcess; address: Promise<string> } {
  const child = spawn('node', ['scripts/up.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LATENTOME_DATA: data, PORT: '3900' },
  });
  const printed = new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = address.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('close', () => reject(new Error(said)));
  });
  return { child, address: printed };
}

const end = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGINT');
  });

/** Seconds from the command to the printed address and to a served page of the demo lab. */
async function measure(data: string): Promise<{ address: number; page: number }> {
  const from = performance.now();
  const started = up(data);
  const origin = await started.address;
  const printed = performance.now() - from;
  const answer = await fetch(`${origin}/labs/demo`);
  await answer.text();
  if (!answer.ok) throw new Error(`/labs/demo answered ${answer.status}`);
  const page = performance.now() - from;
  await end(started.child);
  return { address: printed / 1000, page: page / 1000 };
}

/** First start on an empty data folder (packages installed, pages built), then two more starts on it. */
export async function main(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'latentome-bench-start-'));
  try {
    console.log('start      address, s   page served, s');
    for (const label of ['first', 'second', 'third']) {
      const { address: printed, page } = await measure(data);
      console.log(
        `${label.padEnd(10)} ${printed.toFixed(2).padStart(10)} ${page.toFixed(2).padStart(16)}`,
      );
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
