import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyOrt, ortFiles, ortSource } from '~/scripts/copy-ort.mjs';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  copyOrt();
  server = await startTestServer();
});
afterAll(() => server.close());

/** The answer as it came over the line: fetch would unpack it. */
async function asked(name: string, accepted: string | null) {
  const headers = accepted === null ? {} : { 'accept-encoding': accepted };
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get(`${server.origin}/ort/${name}`, { headers }, resolve).once('error', reject),
  );
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { headers: answer.headers, body: Buffer.concat(parts) };
}

const original = (name: string) => readFileSync(join(ortSource, name));

test.each(ortFiles)('%s comes compressed to who takes that', async (name) => {
  const plain = original(name);
  for (const [accepted, encoding, unpack] of [
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ] as const) {
    const { headers, body } = await asked(name, accepted);
    expect(headers).toMatchObject({
      'content-encoding': encoding,
      'content-length': String(body.length),
      'x-plain-bytes': String(plain.length),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(body.length).toBeLessThan(plain.length / 2);
    expect(unpack(body).equals(plain)).toBe(true);
  }
});

test.each([null, 'identity', 'br;q=0, gzip; q=0.000'])(
  'who asks with the encodings %s gets the plain file',
  async (accepted) => {
    for (const name of ortFiles) {
      const plain = original(name);
      const { headers, body } = await asked(name, accepted);
      expect(headers['content-encoding']).toBeUndefined();
      expect(headers['content-length']).toBe(String(plain.length));
      expect(headers.vary).toBe('accept-encoding');
      expect(body.equals(plain)).toBe(true);
    }
  },
);

test('a fetch unpacks to the same bytes, and each form has a tag of its own', async () => {
  const tags = new Set<string | null>();
  for (const encoding of ['br', 'gzip', 'identity']) {
    const address = `${server.origin}/ort/${ortFiles[1] ?? ''}`;
    const headers = { 'accept-encoding': encoding };
    const answer = await fetch(address, { headers });
    expect(Buffer.from(await answer.arrayBuffer()).equals(original(ortFiles[1] ?? ''))).toBe(true);
    const tag = answer.headers.get('etag');
    const again = await fetch(address, { headers: { ...headers, 'if-none-match': tag ?? '' } });
    expect([again.status, again.headers.get('vary')]).toEqual([304, 'accept-encoding']);
    tags.add(tag);
  }
  expect(tags.size).toBe(3);
});

test('the compressed files have no address of their own', async () => {
  const answer = await fetch(`${server.origin}/ort/${ortFiles[1] ?? ''}.br`);
  expect(answer.status).toBe(404);
});
