'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useReducer, useRef, useState } from 'react';
import { useTRPC } from '~/ui/trpc/index.ts';
import { addRow, emptyRecord } from './run-record.ts';

type Connection = 'idle' | 'connecting' | 'pending';

/** The record of a run, live; after a broken connection it goes on where it stopped. */
export function useRunRecord(runId: string, over: boolean) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [record, add] = useReducer(addRow, emptyRecord);
  const [connection, setConnection] = useState<Connection>('connecting');
  const askAgain = () => void client.invalidateQueries(trpc.run.get.queryFilter({ runId }));
  const { reset } = useSubscription(
    trpc.run.events.subscriptionOptions(
      { runId },
      {
        onData: ({ data: row }) => {
          add(row);
          if (row.event.kind === 'phase') askAgain();
        },
        onConnectionStateChange: (change) => {
          setConnection(change.state);
          if (change.state === 'idle') askAgain();
        },
      },
    ),
  );
  // The stream ends with the run; a run tried again has a record that goes on.
  const wasOver = useRef(over);
  useEffect(() => {
    if (wasOver.current && !over) reset();
    wasOver.current = over;
  }, [over, reset]);
  return { record, connection };
}
