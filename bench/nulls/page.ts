import { answerOnce } from '../answer-once.ts';
import type { NullsAsked, NullsTimes } from './nulls.worker.ts';

const nullsBench = {
  run: (asked: NullsAsked) =>
    answerOnce<NullsTimes>(
      new Worker(new URL('./nulls.worker.ts', import.meta.url), { type: 'module' }),
      asked,
    ),
};

declare global {
  interface Window {
    nullsBench: typeof nullsBench;
  }
}

window.nullsBench = nullsBench;
