'use client';
import type { WeightScale } from '~/core/contracts/index.ts';
import { Button, saveFile } from '~/ui/kit/index.ts';
import { edgeList } from './edge-list.ts';
import type { ShownCircuit } from './use-shown-circuit.ts';

type Props = {
  scale: WeightScale;
  shown: ShownCircuit | null;
  wanted: boolean;
  onWanted: (wanted: boolean) => void;
  error: string | null;
};

const about = {
  size: 'The size of each connection, drawn from the model: the wider a line, the larger',
  synapses: 'The synapses of each connection, drawn from the model: the wider a line, the more',
} as const;

/** Shows and saves the weights of the decoded circuit. */
export function WeightsControl({ scale, shown, wanted, onWanted, error }: Props) {
  const weighed = shown?.picture.weights ? shown.picture : null;
  return (
    <div className="flex items-center gap-2" data-testid="weights" data-weighed={weighed !== null}>
      <Button
        size="small"
        aria-pressed={wanted}
        title={about[scale.of]}
        className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
        onClick={() => onWanted(!wanted)}
      >
        Weights
      </Button>
      {wanted && (
        <Button
          size="small"
          variant="quiet"
          disabled={!weighed}
          title={`Connections and their ${scale.of} as CSV`}
          onClick={() => weighed && saveFile('circuit.csv', edgeList(weighed), 'text/csv')}
        >
          CSV
        </Button>
      )}
      {wanted && error && (
        <span role="status" className="text-12 text-danger">
          {error}
        </span>
      )}
    </div>
  );
}
