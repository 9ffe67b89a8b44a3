import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stranger } from './people.ts';
import { expect, story } from './story.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = ['app', 'core', 'db', 'drizzle', 'public', 'scripts', 'server', 'ui'];
const settings = ['next.config.mjs', 'package.json', 'postcss.config.mjs', 'tsconfig.json'];

/** The sources without anything made from them, so that nothing here is changed by the story. */
async function copyTree(into: string): Promise<void> {
  for (const part of [...sources, ...settings])
    await cp(join(root, part), join(into, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(into, 'node_modules'));
}

/** `npm run dev` of a tree, without installing and without a worker; resolves with its address. */
async function dev(tree: string, data: string): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn('node', ['scripts/up.mjs', '--dev', '--as-installed', '--no-worker'], {
    cwd: tree,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LATENTOME_DATA: data, PORT: '0', DATABASE_URL: '' },
  });
  let said = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Latentome is at (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => reject(new Error(`npm run dev ended\n${said}`)));
  });
  return { child, origin };
}

story(
  'npm run dev shows a changed page by itself and keeps what was there',
  async ({ browser }) => {
    story.setTimeout(600_000); // everything is compiled anew: a quarter of a minute, or minutes on a machine at work
    const tree = join(root, '.making', 'dev-tree');
    const data = await mkdtemp(join(tmpdir(), 'latentome-dev-'));
    await rm(tree, { recursive: true, force: true });
    await copyTree(tree);
    const { child, origin } = await dev(tree, data);
    try {
      const { page, heard, leave } = await stranger(browser, origin);
      await page.goto('/signin');
      await page.getByRole('tab', { name: 'Create an account' }).click();
      await page.getByLabel('Email').fill('ada@example.org');

      const form = join(tree, 'ui/site/sign-in-page.tsx');
      const before = await readFile(form, 'utf8');
      const retitle = (title: string) =>
        writeFile(form, before.replaceAll('Create an account', title));
      // Next builds a change of the very second in which a page connects and does not send it, so the file is
      // changed until the page follows.
      let change = 0;
      await expect(async () => {
        change += 1;
        await retitle(`Change ${change}`);
        await expect(page.getByRole('tab', { name: `Change ${change}` })).toBeVisible({
          timeout: 5_000,
        });
      }).toPass();

      await expect(page.getByLabel('Email')).toHaveValue('ada@example.org'); // not loaded anew
      expect(child.exitCode).toBeNull();
      expect(heard).toEqual([]);
      await leave();
    } finally {
      const ended = once(child, 'close');
      child.kill('SIGINT');
      await ended;
      await rm(tree, { recursive: true, force: true });
      await rm(data, { recursive: true, force: true });
    }
  },
);
