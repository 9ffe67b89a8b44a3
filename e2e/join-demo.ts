import { expect, type Page } from '@playwright/test';

/** A second person becomes a commenter of the demo lab. */
export async function joinDemo(owner: Page, joining: Page, origin: string): Promise<void> {
  const headers = { origin };
  const answer = async (page: Page, path: string, input?: unknown) => {
    const asked = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    const got = await page.request.get(`/api/trpc/${path}${asked}`, { headers });
    return ((await got.json()) as { result: { data: { id: string } } }).result.data;
  };
  const me = await answer(joining, 'account.me');
  const lab = await answer(owner, 'lab.get', { slug: 'demo' });
  const added = await owner.request.post('/api/trpc/lab.addMember', {
    headers,
    data: { labId: lab.id, userId: me.id, role: 'commenter' },
  });
  expect(added.ok()).toBe(true);
}
