'use client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DirectionName, Verdict } from '~/core/contracts/index.ts';
import { Badge, Button, dateTime, Notice, plural } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { predictionWords } from './claim-words.ts';
import type { DirectionScene } from './direction-scene.ts';
import { NameDialog } from './name-dialog.tsx';
import { runTest } from './run-test.ts';
import { StatementRows } from './statement-rows.tsx';
import { useDecoding } from './use-decoding.ts';
import { useSay } from './use-say.ts';

type Props = { scene: DirectionScene; name: DirectionName };

const tones = { supported: 'ok', contradicted: 'danger', undecided: 'warn' } as const;

/** What a name predicts and what came of it, with the figures. */
export function NameTest({ scene, name }: Props) {
  const { detail } = scene;
  const { prediction, test } = name;
  const [stating, setStating] = useState(false);
  const mayState = detail.maySpeak && (name.by.mine || detail.mayEdit);
  if (!prediction)
    return (
      <div>
        <h4 className="mb-1 text-12 text-ink-3">Test</h4>
        <p className="text-13 text-ink-3">It predicts nothing, so it cannot be tested.</p>
        {mayState && (
          <Button size="small" className="mt-1" onClick={() => setStating(true)}>
            State a prediction
          </Button>
        )}
        {stating && <NameDialog scene={scene} of={name} onClose={() => setStating(false)} />}
      </div>
    );
  const verdict: Verdict | null = test?.verdict ?? null;
  return (
    <div data-testid="test" data-verdict={verdict ?? 'none'} className="min-w-0">
      <div className="mb-1 flex items-center gap-2">
        <h4 className="text-12 text-ink-3">Test</h4>
        {verdict ? <Badge tone={tones[verdict]}>{verdict}</Badge> : <Badge>not tested</Badge>}
      </div>
      {test ? (
        <StatementRows test={test} threshold={prediction.threshold} />
      ) : (
        <p className="text-13 text-ink-2">{predictionWords(prediction)}</p>
      )}
      {test && <HowTested test={test} threshold={prediction.threshold} />}
      {detail.maySpeak && <TestButton scene={scene} name={name} />}
    </div>
  );
}

function TestButton({ scene, name }: Props) {
  const trpc = useTRPC();
  const keep = useMutation(trpc.directionName.keepTest.mutationOptions(useSay()));
  const { prediction } = name;
  const { ready, progress, error, start, stop } = useDecoding(scene, async (line, told) => {
    if (!prediction) return;
    const measured = await runTest(scene, prediction, line, told);
    const directionId = scene.detail.direction.id;
    await keep.mutateAsync({ directionId, nameId: name.id, ...measured });
  });
  return (
    <div className="mt-1">
      {error && <Notice tone="danger">{error}</Notice>}
      {progress === null ? (
        <Button size="small" disabled={!ready} onClick={() => void start()}>
          {name.test ? 'Test again' : 'Test it'}
        </Button>
      ) : (
        <Button size="small" onClick={stop}>
          {`Stop testing, ${Math.floor(100 * progress)} %`}
        </Button>
      )}
    </div>
  );
}

type Tested = { test: NonNullable<DirectionName['test']>; threshold: number };

/** Who measured it where, and by what rules. */
function HowTested({ test, threshold }: Tested) {
  const { circuits, unseen, individuals, seed } = test.protocol;
  return (
    <details className="mt-1 text-12 text-ink-3">
      <summary className="w-fit cursor-pointer">
        {`${plural(circuits.length, 'test circuit')}, in the browser of ${test.by.name}, ${dateTime(test.at)} UTC`}
      </summary>
      <p className="max-w-prose">
        {`Changes from −2 to 2 steps in standard deviations of the training circuits, ${individuals} individuals a circuit, seed ${seed}. The direction was not found by these circuits${unseen ? ', and its effects were not measured on them' : ''}; they share neurons, so intervals are narrow. Shaded is where a statement says the change lies: up to ${threshold} sd counts as no change. Supported: all of the interval lies there; contradicted: none of it. Intervals are by Student’s t, wide enough that all of them hold together with 95 % (Bonferroni).`}
      </p>
    </details>
  );
}
