import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const resolve = { alias: { '~': root.replace(/\/$/, '') } };

/**
 * `unit` needs nothing; `integration` (*.integration.test.ts) starts a real Postgres and real processes. Files
 * share what a process has loaded: loading it anew for each was half of the work. So no file leaves changed
 * what others find.
 */
export default defineConfig({
  resolve,
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          isolate: false,
          include: ['{core,db,server,ui,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts'],
          testTimeout: 60_000, // only so that a test that hangs says so, also on a machine at work
        },
      },
      {
        resolve,
        test: {
          name: 'integration',
          isolate: false,
          include: ['{core,db,server}/**/*.integration.test.ts'],
          globalSetup: ['server/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2, // most of a test's time is waiting or in processes of its own
        },
      },
    ],
  },
});
