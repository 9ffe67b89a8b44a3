'use client';
import { useQuery } from '@tanstack/react-query';
import type { ModelDetail } from '~/core/contracts/index.ts';
import { ButtonLink, count, decimal, Notice, Stat, Stats } from '~/ui/kit/index.ts';
import { StarterMap } from '~/ui/room/index.ts';
import { PageFrame, signInHref, useMe } from '~/ui/site/index.ts';
import { errorCode, useTRPC } from '~/ui/trpc/index.ts';
import { useDemoHref } from './use-demo-href.ts';

/** What this is in one sentence, and the map itself. */
export function Landing() {
  const trpc = useTRPC();
  const me = useMe();
  const starter = useQuery(trpc.model.starter.queryOptions());
  const demo = useDemoHref().href;
  // the answer is the same words whether the demo lab is closed or is not there
  const closed = ['NOT_FOUND', 'FORBIDDEN'].includes(errorCode(starter.error) ?? '');
  return (
    <PageFrame>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <h1 className="max-w-2xl text-20 font-semibold text-balance">
          A shared map of circuit space: every point decodes into a microcircuit, in your browser,
          and people walk it together.
        </h1>
        <div className="flex gap-2">
          {!closed && (
            <ButtonLink variant="primary" href={demo}>
              Open the demo room
            </ButtonLink>
          )}
          {!me.data && <ButtonLink href={signInHref('/labs')}>Sign in</ButtonLink>}
          {me.data && closed && <ButtonLink href="/labs">Your labs</ButtonLink>}
        </div>
      </div>
      {closed ? (
        <>
          <Notice>The demo lab of this server is closed to guests.</Notice>
          <Own />
        </>
      ) : (
        <Starter model={starter.data} />
      )}
    </PageFrame>
  );
}

/** The map, what it is of, and how good it is. */
function Starter({ model }: { model: ModelDetail | undefined }) {
  const baseline = model?.manifest.figures.edges.distanceType;
  const beside = (value: number | undefined) =>
    value === undefined ? ' ' : `distance × type ${decimal(value)}`;
  return (
    <>
      <h2 className="sr-only">The starter map</h2>
      <StarterMap />
      <div className="mt-4 grid gap-6 md:grid-cols-2">
        <div>
          <p className="max-w-prose text-13 text-ink-2">
            This is the starter model, a generative model trained on microcircuits of a model
            column. The column is drawn from published connection probabilities (Potjans and
            Diesmann 2014); it is a model, not data.
          </p>
          <Own />
        </div>
        <Stats>
          <Stat label="Circuits on the map" value={count(model?.circuits)} />
          <Stat label="Neurons a circuit" value={count(model?.size)} />
          <Stat label="Edge AUC" value={decimal(model?.auc)} note={beside(baseline?.auc)} />
          <Stat label="Edge AP" value={decimal(model?.ap)} note={beside(baseline?.ap)} />
          <Stat label="R² of metrics from z" value={decimal(model?.metricR2Mean)} />
        </Stats>
      </div>
    </>
  );
}

/** What a lab does here, and where the method comes from. */
function Own() {
  return (
    <p className="mt-2 max-w-prose text-13 text-ink-2">
      Bring a connectome of your own, train on a worker, and your lab has a map of its data. The
      method follows Liu, Li and Chen (2026).
    </p>
  );
}
