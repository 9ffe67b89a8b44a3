import { readFile } from 'node:fs/promises';
import { ownerInDemoRoom } from './owner-in-demo-room.ts';
import { RoomPage } from './room-page.ts';
import { expect, expectAccessible, story } from './story.ts';

/** How strong the connections of a decoded circuit are. */
story.describe.serial('weights of connections', () => {
  const visitor = ownerInDemoRoom();

  const control = () => visitor.page.getByTestId('weights');
  const table = async () => {
    const [download] = await Promise.all([
      visitor.page.waitForEvent('download'),
      control().getByRole('button', { name: 'CSV' }).click(),
    ]);
    const [head, ...rows] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    return { head, rows: rows.map((row) => row.split(',')) };
  };

  story('they are drawn with the circuit and can be taken along', async () => {
    const room = new RoomPage(visitor.page);
    await expect(control().getByRole('button', { name: 'CSV' })).toBeHidden();
    await control().getByRole('button', { name: 'Weights' }).click();
    await expect(control()).toHaveAttribute('data-weighed', 'true');
    const { head, rows } = await table();
    expect(head).toBe('pre,post,synapses');
    expect(rows).toHaveLength((await room.circuit()).edges.length);
    for (const [, , synapses] of rows) {
      expect(Number.isInteger(Number(synapses))).toBe(true);
      expect(Number(synapses)).toBeGreaterThanOrEqual(1);
    }
    expect(new Set(rows.map(([, , synapses]) => synapses)).size).toBeGreaterThan(2);
    await expectAccessible(visitor.page);
  });

  story('another place is another circuit, with weights of its own', async () => {
    const room = new RoomPage(visitor.page);
    const before = await table();
    const z = await room.z();
    await room.dragProbe(60, -40);
    expect(await room.z()).not.toEqual(z);
    await room.circuit();
    await expect(control()).toHaveAttribute('data-weighed', 'true');
    expect((await table()).rows).not.toEqual(before.rows);
  });

  story('a pin brings back the weights of its circuit', async () => {
    const room = new RoomPage(visitor.page);
    const before = await table();
    await visitor.page.getByRole('button', { name: 'Pin probe' }).click();
    await room.dragProbe(-60, 50);
    await room.circuit();
    await expect(control()).toHaveAttribute('data-weighed', 'true');
    expect(await table()).not.toEqual(before);
    await room
      .pins()
      .last()
      .getByRole('button', { name: /^Restore/ })
      .click();
    await expect(visitor.page.getByText(/^Pinned /)).toBeVisible();
    await expect(control()).toHaveAttribute('data-weighed', 'true');
    expect(await table()).toEqual(before);
    await control().getByRole('button', { name: 'Weights' }).click();
    await expect(control()).toHaveAttribute('data-weighed', 'false');
  });
});
