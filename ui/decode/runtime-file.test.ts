import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchRuntime, type Loading } from './runtime-file.ts';

const plain = Buffer.from(Array.from({ length: 1_000_000 }, (_, i) => (i * i) % 251));
const answers: Record<string, { headers: Record<string, string>; body: Buffer }> = {
  '/plain': { headers: { 'content-length': String(plain.length) }, body: plain },
  '/packed': {
    headers: { 'content-encoding': 'gzip', 'x-plain-bytes': String(plain.length) },
    body: gzipSync(plain),
  },
  '/unsaid': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(plain) },
};

let server: Server;
let origin = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    response.writeHead(answer ? 200 : 404, answer?.headers).end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test.each([
  ['/plain', plain.length],
  ['/packed', plain.length],
  ['/unsaid', null],
])('%s is told from nothing to its end, and comes whole', async (path, of) => {
  const told: Loading[] = [];
  const bytes = await fetchRuntime(origin + path, (loading) => told.push(loading));
  expect(Buffer.from(bytes).equals(plain)).toBe(true);
  expect(told[0]).toEqual({ bytes: 0, of });
  expect(told.at(-1)).toEqual({ bytes: plain.length, of: plain.length });
  expect(told.length).toBeLessThanOrEqual(2 + plain.length / 250_000);
  for (const [at, one] of told.slice(1).entries())
    expect(one.bytes).toBeGreaterThanOrEqual(told[at]?.bytes ?? 0);
});

test('a runtime that is not there is said', async () => {
  await expect(fetchRuntime(`${origin}/none`, () => undefined)).rejects.toThrow('(404)');
});
