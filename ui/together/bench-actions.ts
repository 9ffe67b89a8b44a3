import type { Pin } from '~/core/contracts/index.ts';

export type BenchActions = {
  onRestore: (pin: Pin) => void;
  onRename: (pinId: string, name: string) => void;
  onRemove: (pinId: string) => void;
  /** Puts a pin at a place, counted from 0. */
  onMove: (pinId: string, to: number) => void;
};
