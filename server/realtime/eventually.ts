import { vi } from 'vitest';

/** Waits until `check` does not throw; the limit is generous because a busy machine is not a failure. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 20_000, interval: 5 });
