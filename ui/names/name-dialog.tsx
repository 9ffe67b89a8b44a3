'use client';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { DirectionName, Prediction } from '~/core/contracts/index.ts';
import { usualThreshold } from '~/core/directions/index.ts';
import { Button, Dialog, Notice, TextField } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import type { DirectionScene } from './direction-scene.ts';
import { PredictionFields } from './prediction-fields.tsx';
import { useSay } from './use-say.ts';

type Props = {
  scene: DirectionScene;
  /** The name that is to predict something; null: a new one. */
  of: DirectionName | null;
  onClose: () => void;
};

const nothing: Prediction = { statements: [], threshold: usualThreshold };

/** A further name with its claim, or the prediction of one that has none. */
export function NameDialog({ scene, of, onClose }: Props) {
  const trpc = useTRPC();
  const say = useSay();
  const done = { onSuccess: () => say.onSuccess().then(onClose) };
  const give = useMutation(trpc.directionName.give.mutationOptions(done));
  const state = useMutation(trpc.directionName.state.mutationOptions(done));
  const [name, setName] = useState('');
  const [claim, setClaim] = useState(of?.claim ?? '');
  const [prediction, setPrediction] = useState<Prediction>(
    of ? { ...nothing, statements: [{ metric: 'reciprocity', change: 'rises' }] } : nothing,
  );
  const error = give.error ?? state.error;
  const directionId = scene.detail.direction.id;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const stated = prediction.statements.length > 0 ? prediction : null;
    if (!of) give.mutate({ directionId, name, claim, prediction: stated });
    else if (stated) state.mutate({ directionId, nameId: of.id, claim, prediction: stated });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={of ? `What ${of.name} predicts` : 'Propose a name'}
      description="A prediction is stated before it is tested, and stays as it is."
    >
      <form method="post" onSubmit={submit} className="flex flex-col gap-3">
        {!of && (
          <TextField
            label="Name"
            value={name}
            onChange={({ target }) => setName(target.value)}
            maxLength={80}
            required
          />
        )}
        {!of?.claim && (
          <TextField
            label="Claim"
            hint="One line: what the direction does."
            value={claim}
            onChange={({ target }) => setClaim(target.value)}
            maxLength={240}
            required
          />
        )}
        <PredictionFields prediction={prediction} onChange={setPrediction} />
        {error && <Notice tone="danger">{error.message}</Notice>}
        <Button
          type="submit"
          variant="primary"
          className="self-start"
          busy={give.isPending || state.isPending}
          disabled={of !== null && prediction.statements.length === 0}
        >
          {of ? 'State it' : 'Propose'}
        </Button>
      </form>
    </Dialog>
  );
}
