import { memo } from 'react';
import { edgeHash, edgesOf } from '~/core/decoder/index.ts';
import { useLater } from '~/ui/kit/index.ts';
import type { ShownCircuit } from './use-shown-circuit.ts';

/**
 * The exact circuit on the page, for whoever reads the document rather than the drawing. Written when there is time: of a
 * drag not every circuit, and never within the task that draws one.
 */
export function EdgeRecord({ shown }: { shown: ShownCircuit | null }) {
  return <Written shown={useLater(shown)} />;
}

const Written = memo(function Written({ shown }: { shown: ShownCircuit | null }) {
  if (!shown) return null;
  const { circuit } = shown.picture;
  return (
    <output
      hidden
      data-testid="edges"
      data-z={JSON.stringify(shown.z)}
      data-seed={shown.seed}
      data-n={circuit.n}
      data-hash={edgeHash(circuit)}
      data-edges={JSON.stringify(edgesOf(circuit))}
      data-borderline={shown.borderline}
      data-borderline-pairs={JSON.stringify(shown.borderlinePairs)}
      data-backend={shown.backend ?? 'stored'}
    />
  );
});
