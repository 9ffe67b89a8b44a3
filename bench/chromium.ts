import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';

/** There is no Chromium, or it does not start; the message is one line with the remedy. */
export class NoChromium extends Error {
  override name = 'NoChromium';
}

const remedy =
  'On Debian: sudo apt-get install chromium. Elsewhere name a Chrome or Chromium in CHROMIUM_PATH.';

/** @throws NoChromium */
export function chromiumPath(named = process.env.CHROMIUM_PATH): string {
  const path = named === undefined || named === '' ? '/usr/bin/chromium' : named;
  if (existsSync(path)) return path;
  throw new NoChromium(`This bench needs a real Chromium, and there is none at ${path}. ${remedy}`);
}

/**
 * A real Chromium with WebGPU on whatever adapter there is, also a software one.
 *
 * @throws NoChromium
 */
export async function openChromium(executablePath = chromiumPath()): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--enable-unsafe-webgpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    });
  } catch (error) {
    const [why = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw new NoChromium(`${executablePath} does not start (${why}). ${remedy}`);
  }
}
