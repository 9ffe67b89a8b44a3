/** What an upload may cost. Real tables stay far below; whoever goes beyond is told which limit it was. */
export type ImportLimits = {
  /** neurons, rows */
  neurons: number;
  /** connections, rows */
  connections: number;
  columns: number;
  /** characters of one row, quotes and line ends inside cells included */
  line: number;
  /** characters of an id */
  id: number;
  /** how many times its size a gzip file may unpack to, once it has given `gzipFree` bytes */
  gzipRatio: number;
  gzipFree: number;
  /** of both tables together, in a worker thread */
  seconds: number;
  /** heap of that thread; typed arrays come on top and are bounded by the rows */
  heapMb: number;
};

export const importLimits: ImportLimits = {
  neurons: 1_000_000,
  connections: 20_000_000,
  columns: 256,
  line: 1_000_000,
  id: 200,
  gzipRatio: 200,
  gzipFree: 64 * 1024 * 1024,
  seconds: 600,
  heapMb: 1024,
};
