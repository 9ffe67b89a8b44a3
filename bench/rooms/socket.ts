import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';

/**
 * A WebSocket reduced to what a crowd needs: it opens, it sends, and what comes in is thrown away
 * unread, so that a few hundred of them fit into one process and do not hold back the server.
 */
export function openSocket(url: string, cookie: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      cookie,
    };
    const asked = request(url, { headers, agent: false });
    asked.on('upgrade', (_response, socket: Socket) => {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.resume();
      resolve(socket);
    });
    asked.on('response', (response) => reject(new Error(`answered ${response.statusCode ?? 0}`)));
    asked.on('error', reject);
    asked.end();
  });
}

/** A client's frame; the mask a client must use may be zero, which leaves the payload as it is. */
export function clientFrame(payload: Uint8Array): Buffer {
  const length = payload.byteLength;
  const header = length < 126 ? 6 : 8;
  const frame = Buffer.alloc(header + length);
  frame[0] = 0x82;
  frame[1] = 0x80 | (length < 126 ? length : 126);
  if (length >= 126) frame.writeUInt16BE(length, 2);
  frame.set(payload, header);
  return frame;
}
