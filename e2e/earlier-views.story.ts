import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModelDetail } from '~/core/contracts/index.ts';
import { readViewState } from '~/core/views/index.ts';
import { openView, outcome } from './kept-view.ts';
import { demoOwner } from './people.ts';
import { expect, story } from './story.ts';

const folder = fileURLToPath(new URL('../server/lab/views/fixtures', import.meta.url));
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort();

story(
  'views of earlier builds open, and what was changed in one is told',
  async ({ browser, server }) => {
    const visitor = await demoOwner(browser, server.origin);
    const { page } = visitor;
    const call = async <Answer>(method: 'get' | 'post', path: string, input?: unknown) => {
      const answer = await page.request[method](`/api/trpc/${path}`, {
        headers: { origin: server.origin },
        ...(input === undefined ? {} : { data: input }),
      });
      expect(answer.ok(), await answer.text()).toBe(true);
      return ((await answer.json()) as { result: { data: Answer } }).result.data;
    };
    const { id, sha256, labId } = await call<ModelDetail>('get', 'model.starter');
    const opened = async (name: string, change: (state: object) => object = (same) => same) => {
      const { state, picture } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        state: unknown;
        picture: unknown;
      };
      const { code } = await call<{ code: string }>('post', 'view.save', {
        ...{ labId, title: name, note: '', origin: null, picture },
        state: { ...change(readViewState(state)), model: { id, sha256 } },
      });
      await openView(page, `/v/${code}`);
      return outcome(page);
    };
    for (const name of fixtures)
      await expect(await opened(name), name).toHaveAttribute('data-outcome', 'identical');

    const [first = ''] = fixtures;
    const line = await opened(first, (state) => ({
      ...state,
      values: [{ metric: 'density', value: 0.5 }],
    }));
    await expect(line).toHaveAttribute('data-outcome', 'differs');
    await expect(line).toContainText('1 of 1 metric');
    await page.getByRole('button', { name: 'What differs' }).click();
    const dialog = page.getByRole('dialog', { name: 'What differs' });
    await expect(dialog.getByRole('row', { name: /Density/ })).toContainText('0.500000');
    expect(visitor.heard).toEqual([]);
    await visitor.leave();
  },
);
