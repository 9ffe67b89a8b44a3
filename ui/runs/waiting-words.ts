import type { RunWaiting } from '~/core/contracts/index.ts';
import { plural } from '~/ui/kit/index.ts';

/** Why a queued run has not begun, and its place in the queue. */
export function waitingWords({ ahead, workers, older, busy }: RunWaiting): string {
  const place = ahead === 0 ? 'It is the next to run.' : `${plural(ahead, 'run')} before it.`;
  if (workers === 0 && older > 0)
    return `The connected ${older === 1 ? 'worker is' : 'workers are'} of an older version that cannot do this. ${place}`;
  if (workers === 0) return `No worker is connected. ${place}`;
  if (busy < workers) return `A worker is free and takes it in a moment. ${place}`;
  if (workers === 1) return `The worker is busy with another run. ${place}`;
  return `All ${workers} workers are busy with other runs. ${place}`;
}
