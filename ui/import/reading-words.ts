import type { ImportProgress } from '~/core/contracts/index.ts';
import { bytes, count } from '~/ui/kit/index.ts';

/** What a reading is at, in words with its figures. */
export function readingWords({ stage, bytes: read, of, rows }: ImportProgress): string {
  const far = `${bytes(read)} of ${bytes(of)}, ${count(rows)} rows`;
  switch (stage) {
    case 'waiting':
      return 'Waiting for its turn';
    case 'neurons':
      return `Reading neurons: ${far}`;
    case 'connections':
      return `Reading connections: ${far}`;
    case 'sorting':
      return `All rows are read, putting ${count(rows)} connections in order`;
    case 'writing':
      return `All rows are read, storing ${count(rows)} connections`;
  }
}

/** 0 to 1 of the bytes of both files; null while nothing is read. */
export function readingShare({ stage, bytes: read, of }: ImportProgress): number | null {
  return stage === 'waiting' || of === 0 ? null : read / of;
}
