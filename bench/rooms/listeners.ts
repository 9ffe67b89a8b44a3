import { once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { readEntries, readFrame } from '~/core/collab/index.ts';
import { answer, givenArguments } from './child.ts';
import { createMover, moveAll, now } from './mover.ts';

/** People who move like the others, and note what reaches them of everybody's movements. */
const { url, cookie, count, firstId } = z
  .object({ url: z.string(), cookie: z.string(), count: z.int(), firstId: z.int() })
  .parse(givenArguments());
const state = z.object({ at: z.number() });

/** [moment it was sent, ms it took] of every state of another client, by listener. */
const heard: [number, number][][] = [];
const sockets: WebSocket[] = [];
for (let i = 0; i < count; i++) {
  const socket = new WebSocket(url.replace('http', 'ws'), {
    headers: { cookie },
    perMessageDeflate: false,
  });
  const mine: [number, number][] = [];
  const clocks = new Map<number, number>([[firstId + i, Infinity]]);
  socket.on('message', (data) => {
    const moment = now();
    const frame = readFrame(data instanceof Buffer ? data : Buffer.alloc(0));
    if (frame.kind !== 'awareness') return;
    const news = readEntries(frame.payload, (id, clock) => clock > (clocks.get(id) ?? 0));
    for (const { clientId, clock, json } of news) {
      clocks.set(clientId, clock);
      const told = state.safeParse(JSON.parse(json));
      if (told.success) mine.push([told.data.at, moment - told.data.at]);
    }
  });
  await once(socket, 'open');
  heard.push(mine);
  sockets.push(socket);
}
const movers = sockets.map((socket, i) =>
  createMover(firstId + i, (message) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(message);
  }),
);

let stop = (): void => undefined; // everybody is in before anybody moves

answer(
  {},
  (question) => {
    if (question === 'go') {
      stop = moveAll(movers);
      return {};
    }
    stop();
    return { sentAt: movers.map((mover) => mover.sentAt), heard };
  },
  () => {
    for (const socket of sockets) socket.terminate();
  },
);
