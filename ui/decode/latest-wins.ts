/** The answer to a request that a newer one has replaced before its turn came. */
export const superseded = 'superseded';
export type Superseded = typeof superseded;

/**
 * One run at a time, and while it lasts only the newest request waits: a dragged probe never queues up work.
 * A request whose place is taken resolves to `superseded`; the one already running is finished and delivered.
 */
export function latestWins<In, Out>(
  run: (input: In) => Promise<Out>,
): (input: In) => Promise<Out | Superseded> {
  type Waiting = { input: In; settle: (result: Promise<Out> | Superseded) => void };
  let waiting: Waiting | null = null;
  let busy = false;

  async function work(): Promise<void> {
    busy = true;
    while (waiting) {
      const { input, settle }: Waiting = waiting;
      waiting = null;
      const result = run(input);
      settle(result);
      await result.catch(() => undefined); // the request's own promise carries the error
    }
    busy = false;
  }

  return (input) =>
    new Promise((settle) => {
      waiting?.settle(superseded);
      waiting = { input, settle };
      if (!busy) void work();
    });
}
