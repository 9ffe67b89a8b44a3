import type { Page } from '@playwright/test';
import { demoOwner, type Visitor } from './people.ts';
import { RoomPage } from './room-page.ts';
import { expect, story } from './story.ts';

/**
 * For a serial group of stories: the owner of the demo lab, alone in its room from the first to the last, whose page has
 * nothing to complain of.
 */
export function ownerInDemoRoom(): { readonly page: Page } {
  let visitor: Visitor | null = null;
  story.beforeAll(async ({ browser, server }) => {
    visitor = await demoOwner(browser, server.origin);
    await RoomPage.openDemo(visitor.page);
  });
  story.afterAll(async () => {
    await visitor?.leave();
    expect(visitor?.heard).toEqual([]);
  });
  return {
    get page() {
      if (!visitor) throw new Error('Nobody is in the room before the first story.');
      return visitor.page;
    },
  };
}
