export type Lock = {
  /** Lets others say where we answer. */
  announce(address: string): void;
  release(): void;
};

/** Takes the lock, or says who holds it. */
export function takeLock(
  file: string,
):
  | { lock: Lock; holder?: undefined }
  | { lock?: undefined; holder: { pid: number; address: string | null } };
