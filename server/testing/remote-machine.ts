import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { until } from './until.ts';

const run = promisify(execFile);
const ours = fileURLToPath(new URL('../../gpu-worker/.venv', import.meta.url));

/** Why another machine cannot be played here; null where it can. */
export const noNetwork =
  process.getuid?.() !== 0
    ? 'needs root, for a network namespace'
    : ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'].some((file) => existsSync(file))
      ? null
      : 'needs the program ip (Debian: iproute2)';

/** A worker's process on that machine. */
export type RemoteWorker = { said(): string; ended: Promise<unknown>; kill(): void };

/**
 * Another machine: a network namespace that reaches this one by a cable of its own and nothing else, and
 * an empty folder to work in.
 */
export class RemoteMachine {
  private constructor(
    private readonly name: string,
    private readonly cable: string,
    readonly folder: string,
    /** How it reaches this machine. */
    readonly hostAddress: string,
  ) {}

  static async plugIn(): Promise<RemoteMachine> {
    const number = process.pid % 65_536;
    const [name, near, far] = [`lt${number}`, `lt${number}h`, `lt${number}r`];
    const net = `10.213.${number % 256}`;
    const ip = (...args: string[]) => run('ip', args);
    await ip('netns', 'add', name);
    await ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', name);
    await ip('addr', 'add', `${net}.1/30`, 'dev', near);
    await ip('link', 'set', near, 'up');
    await ip('-n', name, 'addr', 'add', `${net}.2/30`, 'dev', far);
    await ip('-n', name, 'link', 'set', 'lo', 'up');
    await ip('-n', name, 'link', 'set', far, 'up');
    const folder = await mkdtemp(path.join(tmpdir(), 'latentome-remote-'));
    return new RemoteMachine(name, far, folder, `${net}.1`);
  }

  /** Pulls the cable out or puts it back: what is under way in it is lost, nobody is told. */
  async setCable(state: 'up' | 'down'): Promise<void> {
    await run('ip', ['-n', this.name, 'link', 'set', this.cable, state]);
  }

  /**
   * The first steps of a shown line (all but the last): an environment, the packages. They need a
   * package registry, so they are done before the machine is cut off from all but this one.
   * `borrow`: takes what the package needs from our own environment instead of installing it.
   */
  async install(line: string, { borrow }: { borrow: boolean }): Promise<void> {
    const [environment = '', packages = ''] = line.split(' && ');
    const bin = path.join(ours, 'bin');
    const env = { ...this.#env(), ...(borrow && { PATH: `${bin}:${process.env.PATH ?? ''}` }) };
    const sh = (step: string) => run('sh', ['-c', step], { cwd: this.folder, env });
    await sh(environment);
    if (borrow) {
      const lib = path.join(this.folder, 'latentome-worker', 'lib');
      const [version = ''] = await readdir(lib);
      const theirs = path.join(ours, 'lib', version, 'site-packages');
      await writeFile(path.join(lib, version, 'site-packages', 'borrowed.pth'), `${theirs}\n`);
    }
    await sh(packages);
  }

  /** The last step of the line: the worker, on that machine. */
  async start(line: string): Promise<RemoteWorker> {
    const step = line.split(' && ').at(-1) ?? '';
    const child = spawn('ip', ['netns', 'exec', this.name, 'sh', '-c', step], {
      cwd: this.folder,
      env: this.#env(),
      detached: true, // leads a group, so that the shell takes the worker along
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = once(child, 'exit');
    await until('the remote worker greets', () => {
      if (child.exitCode !== null) throw new Error(`the worker ended:\n${said}`);
      return said.includes('latentome-worker');
    });
    return {
      said: () => said,
      ended,
      kill: () => {
        if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
      },
    };
  }

  /** Takes the machine away, and what was on it. */
  async unplug(): Promise<void> {
    await run('ip', ['netns', 'del', this.name]); // its end of the cable goes, and so does ours
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Nothing of ours but the way to programs and how pip finds its registry. */
  #env = (): NodeJS.ProcessEnv => ({
    NODE_ENV: 'production',
    ...Object.fromEntries(Object.entries(process.env).filter(([key]) => key.startsWith('PIP_'))),
    PATH: process.env.PATH ?? '',
    HOME: this.folder,
    JAX_COMPILATION_CACHE_DIR: inject('compiled'),
    JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS: '0',
  });
}
