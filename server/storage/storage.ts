import type { Readable } from 'node:stream';

export type Stored = { sha256: string; bytes: number };

/** Where everything immutable lies, addressed by the SHA-256 of its bytes (lower-case hex). */
export type Storage = {
  /**
   * Stores a stream whole or not at all.
   *
   * @throws StorageRefusal when the bytes are not those of `expectedSha256` or exceed `maxBytes`
   */
  put(
    bytes: Readable | Uint8Array,
    expectedSha256?: string,
    limits?: { maxBytes?: number },
  ): Promise<Stored>;
  /** @throws StorageRefusal `absent` */
  open(sha256: string, range?: { start: number; end: number }): Promise<Readable>;
  /** @throws StorageRefusal `absent` */
  read(sha256: string): Promise<Uint8Array>;
  /** A path in the file system, for readers that need one. @throws StorageRefusal `absent` */
  path(sha256: string): Promise<string>;
  has(sha256: string): Promise<boolean>;
  /** Takes away what nobody needs any more, unless it was stored (again) since; says whether it is gone. */
  remove(sha256: string, unless: { storedBefore: Date }): Promise<boolean>;
  /** Size in bytes, null when absent. */
  bytes(sha256: string): Promise<number | null>;
  /** Every address, in order. */
  all(): Promise<string[]>;
};

export class StorageRefusal extends Error {
  override name = 'StorageRefusal';
  constructor(
    readonly reason: 'absent' | 'other-bytes' | 'too-large' | 'malformed-address',
    message: string,
  ) {
    super(message);
  }
}
