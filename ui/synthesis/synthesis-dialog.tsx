'use client';
import { useState } from 'react';
import { Button, Dialog } from '~/ui/kit/index.ts';
import { SynthesisPanel, type Origin, type SynthesisProps } from './synthesis-panel.tsx';

type Props = SynthesisProps & {
  /** Asked when the dialog is opened; null while no circuit is shown. */
  take: () => Origin | null;
};

/** A button that opens the order form, begun with the circuit that is shown at that moment. */
export function SynthesisDialog({ take, onShow, ...props }: Props) {
  const [origin, setOrigin] = useState<Origin | null>(null);
  return (
    <>
      <Button size="small" disabled={!props.decoder} onClick={() => setOrigin(take())}>
        Synthesise
      </Button>
      <Dialog
        open={origin !== null}
        onOpenChange={(open) => {
          if (!open) setOrigin(null);
        }}
        title="A circuit to order"
        description="The model looks for a place that meets what you ask, draws a circuit there and refines it by its own probabilities."
      >
        {origin && (
          <SynthesisPanel
            {...props}
            origin={origin}
            onShow={(made) => {
              onShow(made);
              setOrigin(null);
            }}
          />
        )}
      </Dialog>
    </>
  );
}
