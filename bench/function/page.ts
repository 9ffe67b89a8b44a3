import { answerOnce } from '../answer-once.ts';
import type { FunctionAsked, FunctionTimes } from './function.worker.ts';

const functionBench = {
  run: (asked: FunctionAsked) =>
    answerOnce<FunctionTimes>(
      new Worker(new URL('./function.worker.ts', import.meta.url), { type: 'module' }),
      asked,
    ),
};

declare global {
  interface Window {
    functionBench: typeof functionBench;
  }
}

window.functionBench = functionBench;
