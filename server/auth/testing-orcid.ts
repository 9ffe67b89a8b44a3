import { createServer } from 'node:http';

/** As much of ORCID as signing in needs: a code becomes a token, a token says whose it is. */
export type FakeOrcid = { issuer: string; holder: Record<string, string>; close(): Promise<void> };

export async function openOrcid(): Promise<FakeOrcid> {
  const fake = { holder: {} };
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    response.setHeader('content-type', 'application/json');
    if (path === '/oauth/token')
      response.end(JSON.stringify({ access_token: 'a token', token_type: 'bearer' }));
    else if (path === '/oauth/userinfo' && request.headers.authorization === 'Bearer a token')
      response.end(JSON.stringify(fake.holder));
    else response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    issuer: `http://127.0.0.1:${port}`,
    get holder() {
      return fake.holder;
    },
    set holder(next) {
      fake.holder = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
