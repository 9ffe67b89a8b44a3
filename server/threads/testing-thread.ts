import { z } from 'zod';
import { answerJobs } from './answer-jobs.ts';

/** A thread for tests: counts its jobs, and can be told to fail or never to answer. */
const jobs = z.enum(['count', 'fail', 'never']);
let counted = 0;

answerJobs((given) => {
  const job = jobs.parse(given);
  while (job === 'never');
  if (job === 'fail') return Promise.reject(new Error('told to fail'));
  return Promise.resolve(++counted);
});
