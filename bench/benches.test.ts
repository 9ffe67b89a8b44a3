import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listing, readAsked } from './asked.ts';
import { benches } from './benches.ts';
import { NoChromium, openChromium } from './chromium.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const names = Object.keys(benches);

test('help lists every bench in one line', () => {
  for (const word of ['--help', '-h'])
    expect(readAsked([word])).toEqual({ says: listing(), code: 0 });
  const lines = listing().split('\n');
  for (const [name, { about }] of Object.entries(benches)) {
    const told = lines.filter((line) => line.startsWith(`${name} `));
    expect(told).toEqual([expect.stringMatching(/^\S+ {2,}\S/)]);
    expect(told[0]).toContain(about);
    expect(told[0]?.length).toBeLessThan(100);
  }
});

test('a name that is none is said, with those that are', () => {
  expect(readAsked(['decode', 'decoder', 'toString'])).toEqual({
    says: `There is no bench decoder, toString.\n\n${listing()}`,
    code: 2,
  });
});

test('all of them, or those that are named, in their order', () => {
  expect(readAsked([])).toEqual({ run: names });
  expect(readAsked(['rooms', 'decode'])).toEqual({ run: ['decode', 'rooms'] });
});

test('whether a bench needs a browser is known before it is started', () => {
  for (const [name, { browser }] of Object.entries(benches))
    expect([name, readFileSync(`${here}${name}.ts`, 'utf8').includes("'./chromium.ts'")]).toEqual([
      name,
      browser,
    ]);
});

test('without Chromium one line says so, with the remedy, and nothing is begun', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `${here}run.ts`, 'nulls'],
    { encoding: 'utf8', env: { ...process.env, CHROMIUM_PATH: '/no/such/chromium' } },
  );
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toBe(
    'This bench needs a real Chromium, and there is none at /no/such/chromium. ' +
      'On Debian: sudo apt-get install chromium. Elsewhere name a Chrome or Chromium in CHROMIUM_PATH.\n',
  );
});

test('a Chromium that does not start is said in one line too', async () => {
  const refused = openChromium(process.execPath);
  await expect(refused).rejects.toThrow(NoChromium);
  await expect(refused).rejects.toThrow(/^[^\n]+ does not start [^\n]+ CHROMIUM_PATH\.$/);
});
