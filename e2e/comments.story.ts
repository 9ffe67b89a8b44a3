import type { APIResponse, Page } from '@playwright/test';
import { demoOwner, newcomer, type Visitor } from './people.ts';
import { joinDemo } from './join-demo.ts';
import { RoomPage } from './room-page.ts';
import { expect, expectAccessible, expectFits, story } from './story.ts';

/** Two people speak about a place on the map: threads, mentions, the inbox, edits, and all of it by keys and on a phone. */
story.describe.serial('comments', () => {
  let owner: Visitor;
  let other: Visitor;
  let place: number[] = []; // where the first thread hangs
  const called = `Ramon ${crypto.randomUUID().slice(0, 4)}`; // no other story's person has this name

  story.beforeAll(async ({ browser, server }) => {
    owner = await demoOwner(browser, server.origin);
    other = await newcomer(browser, server.origin, called);
    await joinDemo(owner.page, other.page, server.origin);
    await RoomPage.openDemo(owner.page);
  });
  story.afterAll(async () => {
    const heard = [...owner.heard, ...other.heard];
    await owner.leave();
    await other.leave();
    expect(heard).toEqual([]);
  });

  const link = (page: Page) => page.getByTestId('inbox-link');
  const items = (page: Page) => page.getByTestId('inbox-item');
  const panel = (page: Page) => page.getByTestId('comments').filter({ visible: true });
  const opened = (page: Page) => page.getByTestId('opened-thread').filter({ visible: true });
  const said = (page: Page) => opened(page).getByRole('article');
  const marks = (page: Page) => page.getByTestId('comment-mark');
  const open = (page: Page) => page.getByRole('button', { name: /^Comments \d+$/ });
  const countIn = async (page: Page) =>
    Number(/\d+/.exec(await open(page).filter({ visible: true }).innerText())?.[0]);

  story('a place is commented on with the keyboard alone, and somebody is mentioned', async () => {
    const { page } = owner;
    await other.page.goto('/inbox');
    await expect(other.page.getByText('Nothing yet')).toBeVisible();
    const before = { count: await countIn(page), marks: await marks(page).count() };
    await open(page).focus();
    await page.keyboard.press('Enter');
    await panel(page).getByRole('button', { name: 'New thread' }).focus();
    await page.keyboard.press('Enter');
    const field = page.getByLabel('Comment on place of the probe');
    await field.focus();
    await page.keyboard.type('**Dense** here, @Ram');
    const option = page.getByRole('listbox', { name: 'Members' }).getByRole('option');
    await expect(option).toHaveText([called]);
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue(`**Dense** here, @${called} `);
    await page.keyboard.type('look: https://example.org/a <b>not bold</b>');
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Begin thread' })).toBeFocused();
    await page.keyboard.press('Enter');
    const first = said(page).first();
    await expect(first.locator('strong')).toHaveText('Dense');
    await expect(first.getByTestId('mention')).toHaveText(`@${called}`);
    await expect(first).toContainText('<b>not bold</b>');
    const away = first.getByRole('link');
    await expect(away).toHaveAttribute('href', 'https://example.org/a');
    await expect(away).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    await expect(marks(page)).toHaveCount(before.marks + 1);
    const room = new RoomPage(page);
    place = await room.z();
    await room.dragProbe(-60, 30); // the mark is not in the way of the probe
    expect(await room.z()).not.toEqual(place);
    expect(await countIn(page)).toBe(before.count + 1);
    await expectAccessible(page);
  });

  story(
    'it arrives in the inbox of the other without a reload, and leads to the place',
    async () => {
      const { page } = other;
      await expect(items(page)).toHaveCount(1);
      await expect(items(page)).toContainText('Cajal mentioned you on a point on the map of');
      await expect(link(page)).toHaveText(/1\s*unread/);
      await expectAccessible(page);
      await items(page).getByRole('link').click();
      await expect(page).toHaveURL(/\/maps\/.*thread=thr_/);
      await new RoomPage(page).ready();
      await expect(said(page)).toHaveCount(1);
      await expect(link(page)).toHaveText('Inbox'); // read, since it is open
      const mark = page.locator('[data-testid="comment-mark"][aria-current]');
      await expect(mark).toHaveCount(1);
      await opened(page).getByRole('button', { name: 'Go there' }).click();
      await expect(page.getByTestId('probe')).toHaveAttribute('data-z', JSON.stringify(place));
    },
  );

  story(
    'a reply is seen and heard of by who began the thread; an edit keeps what was said',
    async () => {
      const { page } = other;
      await owner.page.goto('/labs');
      const before = await link(owner.page).innerText();
      await page.getByLabel('Reply').fill('I see three loops.');
      await page.getByRole('button', { name: 'Write', exact: true }).click();
      await expect(said(page)).toHaveCount(2);
      await expect(link(owner.page)).not.toHaveText(before);
      const mine = said(page).last();
      await mine.getByRole('button', { name: 'Edit', exact: true }).click();
      const field = page.getByLabel('Edit comment');
      await expect(field).toHaveValue('I see three loops.');
      await field.fill('I see *four* loops.');
      await page.getByRole('button', { name: 'Keep' }).click();
      await expect(mine).toContainText('I see four loops.');
      await link(owner.page).click();
      await items(owner.page).first().getByRole('link').click();
      await new RoomPage(owner.page).ready();
      const theirs = said(owner.page).last();
      await expect(theirs).toContainText('I see four loops.');
      await theirs.getByRole('button', { name: /^Edited/ }).click();
      await expect(theirs.getByRole('list', { name: 'Earlier versions' })).toContainText(
        'I see three loops.',
      );
      await expect(theirs.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);
    },
  );

  story(
    'resolved it leaves the map for both; reopened it is back; marks can be hidden',
    async () => {
      const { page } = owner;
      await other.page.getByLabel('Reply').fill('Agreed.');
      await other.page.getByRole('button', { name: 'Write', exact: true }).click();
      await expect(said(page)).toHaveCount(3); // open before the owner: read, as the last story sees
      const before = await marks(other.page).count();
      await opened(page).getByRole('button', { name: 'Resolve' }).click();
      await expect(marks(other.page)).toHaveCount(before - 1);
      await expect(opened(other.page)).toContainText('Resolved by Cajal');
      await panel(other.page).getByRole('radio', { name: 'Resolved' }).click();
      await expect(panel(other.page).getByTestId('thread').first()).toContainText('Dense');
      await opened(other.page).getByRole('button', { name: 'Reopen' }).click();
      await expect(marks(page)).toHaveCount(before);
      await panel(page).getByRole('button', { name: 'Marks on the map' }).click();
      await expect(marks(page)).toHaveCount(0);
      await panel(page).getByRole('button', { name: 'Marks on the map' }).click();
      await expect(marks(page)).toHaveCount(before);
    },
  );

  story('a region is drawn and commented on; a mark on the map opens its thread', async () => {
    const { page } = other;
    await page.getByRole('radio', { name: 'Box' }).click();
    const box = await page.getByTestId('latent-map').boundingBox();
    if (!box) throw new Error('the map is not there');
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.6, { steps: 8 });
    await page.mouse.up();
    await expect(page.getByTestId('selection')).toBeVisible();
    await page.getByTestId('selection').getByRole('button', { name: 'Comment' }).click();
    await page.getByLabel('Comment on selected region').fill('All of these look alike.');
    const outlines = owner.page.getByTestId('commented-region');
    const before = await outlines.count();
    await page.getByRole('button', { name: 'Begin thread' }).click();
    await expect(outlines).toHaveCount(before + 1);
    await owner.page.getByRole('button', { name: /^Thread: .*look alike/ }).click();
    await expect(said(owner.page)).toContainText('All of these look alike.');
    await said(owner.page).getByRole('button', { name: 'Withdraw' }).click(); // an owner may
    const sure = owner.page.getByRole('dialog', { name: 'Withdraw this comment?' });
    await sure.getByRole('button', { name: 'Withdraw' }).click();
    await expect(said(page)).toContainText('Withdrawn by an owner.');
    await expectAccessible(page);
  });

  story(
    'a direction is spoken of on its page, and whoever watches a thread hears of it',
    async () => {
      const { page } = owner;
      const path = await keptDirection(page);
      await page.goto(path);
      await page.getByRole('button', { name: 'New thread' }).click();
      await page.getByLabel('Comment on the direction').fill('What does it *do*?');
      await page.getByRole('button', { name: 'Begin thread' }).click();
      await expect(said(page).locator('em')).toHaveText('do');
      await other.page.goto(path);
      await other.page.getByTestId('thread').click();
      await opened(other.page).getByRole('button', { name: 'Watch' }).click();
      await expect(link(other.page)).toHaveText('Inbox');
      await other.page.goto('/inbox');
      await expect(items(other.page)).toHaveCount(1);
      await page.getByLabel('Reply').fill('Nobody knows.');
      await page.keyboard.press('Control+Enter');
      await expect(said(page)).toHaveCount(2);
      const heard = items(other.page).first();
      await expect(heard).toContainText('Cajal replied on the direction');
      await heard.getByRole('link').click();
      await expect(said(other.page).last()).toContainText('Nobody knows.');
      await expect(said(other.page).last()).toBeInViewport();
      await expect(other.page).toHaveURL(/\/directions\/.*thread=thr_/);
      await expectAccessible(page);
      await expectFits(page);
    },
  );

  story('on a phone and in the dark it is read and answered', async () => {
    const { page } = other;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/inbox');
    await expect(items(page)).toHaveCount(2);
    await expectFits(page);
    await expectAccessible(page);
    await items(page).last().getByRole('link').click();
    await expect(page.getByRole('dialog', { name: 'Comments' })).toBeVisible(); // over the room
    await expect(said(page)).toHaveCount(3);
    await page.getByLabel('Reply').fill('From the train.');
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await expect(said(page)).toHaveCount(4);
    await expect(said(page).last()).toContainText('From the train.');
    await page.getByLabel('Reply').fill('From the tunnel.');
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await expect(said(page)).toHaveCount(5);
    await expectFits(page);
    await expectAccessible(page);
  });

  story('replies wait in the inbox until they are read, one by one or all', async () => {
    const { page } = owner;
    await page.goto('/inbox');
    const waiting = items(page).filter({ hasText: 'From the train.' });
    await expect(waiting).toHaveAttribute('data-read', 'false');
    await waiting.getByRole('button', { name: 'Mark read' }).click();
    await expect(waiting).toHaveAttribute('data-read', 'true');
    await expect(link(page)).toHaveText(/1\s*unread/);
    await page.getByRole('button', { name: 'Mark all read' }).click();
    await expect(link(page)).toHaveText('Inbox');
    await expect(page.getByRole('button', { name: 'Mark all read' })).toBeDisabled();
  });
});

/** The page of a direction that the owner keeps for the first model of the demo lab. */
async function keptDirection(page: Page): Promise<string> {
  const headers = { origin: new URL(page.url()).origin };
  const data = async <T>(answer: Promise<APIResponse>) =>
    ((await (await answer).json()) as { result: { data: T } }).result.data;
  const ask = (path: string, input: unknown) =>
    page.request.get(`/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {
      headers,
    });
  const { id: labId } = await data<{ id: string }>(ask('lab.get', { slug: 'demo' }));
  const [model] = await data<{ id: string; sha256: string }[]>(ask('model.list', { labId }));
  const modelId = model?.id ?? '';
  const { manifest } = await data<{ manifest: { latent: { z: number } } }>(
    ask('model.get', { modelId }),
  );
  const vector = Array.from({ length: manifest.latent.z }, (_, d) => (d === 2 ? 1 : 0));
  const kept = await data<{ id: string }>(
    page.request.post('/api/trpc/direction.save', {
      headers,
      data: {
        ...{ modelId, modelSha256: model?.sha256, name: `Third axis ${crypto.randomUUID()}` },
        ...{ protocol: { kind: 'principal', component: 2 }, vector, effects: null },
      },
    }),
  );
  return `/labs/demo/models/${modelId}/directions/${kept.id}`;
}
