import { parentPort } from 'node:worker_threads';

/** The other end of a StandingThread: answers each job. An error ends the thread, and with it whatever it held. */
export function answerJobs(answer: (job: unknown) => Promise<unknown>): void {
  parentPort?.on('message', (job: unknown) => {
    void answer(job).then((answered) => parentPort?.postMessage(answered));
  });
}
