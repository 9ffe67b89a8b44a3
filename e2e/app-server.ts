import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Who owns the demo lab of every server of the stories. */
export const owner = {
  name: 'Cajal',
  email: 'cajal@example.org',
  password: 'the neuron doctrine',
};

/** A port nobody holds at this moment, kept over restarts so that open pages find the server again. */
const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port was given')),
      );
    });
  });

/** The whole product as a person starts it, `npm run up`, on a data folder of its own. */
export class AppServer {
  private child: ChildProcess | null = null;

  private constructor(
    readonly origin: string,
    private readonly port: number,
    private readonly data: string,
  ) {}

  static async start(): Promise<AppServer> {
    const port = await freePort();
    const data = await mkdtemp(join(tmpdir(), 'latentome-e2e-'));
    const server = new AppServer(`http://127.0.0.1:${port}`, port, data);
    await server.up();
    return server;
  }

  /** Resolves once the address is printed. */
  up(): Promise<void> {
    const child = spawn('node', ['scripts/up.mjs'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LATENTOME_DATA: this.data,
        PORT: String(this.port),
        LATENTOME_RATE_LIMITS: 'off', // every visitor of the stories comes from one address
      },
    });
    this.child = child;
    return new Promise((resolve, reject) => {
      let said = '';
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes(this.origin)) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('close', (code) =>
        reject(new Error(`npm run up ended with ${code ?? 'a signal'}\n${said}`)),
      );
    });
  }

  /** Makes the first account of the server, which owns its demo lab. */
  async claim(): Promise<void> {
    const answer = await fetch(`${this.origin}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.origin },
      body: JSON.stringify(owner),
    });
    if (!answer.ok) throw new Error(`sign-up answered ${answer.status}`);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill(signal);
    await ended;
  }

  /** As a power cut would: nothing is told, nothing is tidied. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Ctrl-C, and the data folder goes. */
  async stop(): Promise<void> {
    await this.end('SIGINT');
    await rm(this.data, { recursive: true, force: true });
  }
}
