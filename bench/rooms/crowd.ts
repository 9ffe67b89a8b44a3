import type { Socket } from 'node:net';
import { z } from 'zod';
import { answer, givenArguments } from './child.ts';
import { createMover, moveAll } from './mover.ts';
import { clientFrame, openSocket } from './socket.ts';

/** People who move and do not look. */
const { url, cookie, count, firstId } = z
  .object({ url: z.string(), cookie: z.string(), count: z.int(), firstId: z.int() })
  .parse(givenArguments());

const sockets: Socket[] = [];
for (let i = 0; i < count; i++) sockets.push(await openSocket(url, cookie));
const movers = sockets.map((socket, i) =>
  createMover(firstId + i, (message) => {
    if (!socket.destroyed) socket.write(clientFrame(message));
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
    return { sentAt: movers.map((mover) => mover.sentAt) };
  },
  () => {
    for (const socket of sockets) socket.destroy();
  },
);
