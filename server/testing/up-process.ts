import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Up = { child: ChildProcess; said: () => string; address: Promise<string> };

export type UpSettings = {
  data: string;
  port?: number;
  worker?: boolean;
  publicOrigin?: string;
  around?: Record<string, string>;
};

/** `npm run up` as a process, without installing and pages; without worker unless asked for. */
export function startUp({
  data,
  port = 0,
  worker = false,
  publicOrigin = '',
  around = {},
}: UpSettings): Up {
  const child = spawn(
    process.execPath,
    ['scripts/up.mjs', '--as-installed', '--no-pages', ...(worker ? [] : ['--no-worker'])],
    {
      cwd: root,
      env: {
        ...process.env,
        LATENTOME_DATA: data,
        LATENTOME_ORIGIN: publicOrigin,
        PORT: String(port),
        DATABASE_URL: '',
        ...around,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  const address = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /Latentome is (?:already running )?at (\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => reject(new Error(`it ended without an address:\n${text}`)));
  });
  return { child, said: () => text, address };
}

/** Sends a signal and waits for the end; resolves to the exit status, null after a signal. */
export function endUp(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve(child.exitCode);
      return;
    }
    child.once('close', (code) => resolve(code));
    child.kill(signal);
  });
}
