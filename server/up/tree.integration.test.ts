import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { birthOf } from '~/scripts/birth.mjs';
import { alone, killGroup } from '~/scripts/tree.mjs';

const treeModule = new URL('../../scripts/tree.mjs', import.meta.url).href;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latentome-tree-'));
});
const makers: number[] = [];
afterEach(async () => {
  for (const maker of makers.splice(0)) killGroup(maker); // only a failed test leaves one
  await rm(folder, { recursive: true, force: true });
});

/** A start that is killed while its `npm ci` is at work; resolves with the pid of the latter. */
async function killedStart(): Promise<number> {
  const script = `
    import { spawn } from 'node:child_process';
    import { alone, noteMaker } from '${treeModule}';
    await alone(() => new Promise(() => {
      const maker = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
      noteMaker(maker.pid, process.argv[1]);
      console.log(maker.pid);
    }), process.argv[1]);`;
  const start = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(start.stdout, 'data')) as [Buffer];
  start.kill('SIGKILL');
  await once(start, 'exit');
  return Number(said.toString());
}

test('who comes second waits for the first', async () => {
  const heard: string[] = [];
  let open: (() => void) | undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const work = (name: string, until: Promise<void>) => async () => {
    heard.push(`${name} begins`);
    await until;
    heard.push(`${name} ends`);
  };
  vi.spyOn(console, 'error').mockImplementation((line: string) => {
    if (line.includes('waiting')) open?.();
  });
  await Promise.all([
    alone(work('first', gate), folder),
    alone(work('second', Promise.resolve()), folder),
  ]);
  expect(heard).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  vi.restoreAllMocks();
});

test('what a killed start left at work is ended before the next begins', async () => {
  const maker = await killedStart();
  makers.push(maker);
  expect(birthOf(maker)).not.toBeNull();
  await alone(
    () => vi.waitFor(() => expect(birthOf(maker)).toBeNull()), // the system buries it in its own time
    folder,
  );
});
