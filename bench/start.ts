import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '~/server/api/root.ts';

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

/** The path of the demo room, found as a guest finds it. */
async function roomPath(origin: string): Promise<{ path: string; cookie: string }> {
  const entered = await fetch(`${origin}/api/auth/sign-in/anonymous`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: '{}',
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const api = createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/api/trpc`, headers: { cookie } })],
  });
  const lab = await api.lab.get.query({ slug: 'demo' });
  const [room] = await api.room.list.query({ labId: lab.id });
  if (!room) throw new Error('the demo lab has no room');
  return { path: `/labs/demo/maps/${room.model.id}/${room.id}`, cookie };
}

/** Seconds from the command to the printed address and to the served page of the demo room. */
async function measure(data: string): Promise<{ address: number; page: number }> {
  const from = performance.now();
  const started = up(data);
  const origin = await started.address;
  const printed = performance.now() - from;
  const { path, cookie } = await roomPath(origin);
  const answer = await fetch(`${origin}${path}`, { headers: { cookie } });
  await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  const page = performance.now() - from;
  await end(started.child);
  return { address: printed / 1000, page: page / 1000 };
}

/** First start on an empty data folder (packages installed, pages built), then two more starts on it. */
export async function main(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'latentome-bench-start-'));
  try {
    console.log('start      address, s   room served, s');
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
