'use client';
import { useQuery } from '@tanstack/react-query';
import type { DirectionDetail, ModelDetail } from '~/core/contracts/index.ts';
import { directionKindOf } from '~/core/directions/index.ts';
import { protocolWords } from '~/ui/directions/index.ts';
import { dateTime, decimal, Notice, Skeleton } from '~/ui/kit/index.ts';
import { useMapFile } from '~/ui/map/index.ts';
import { labHref, Loaded, NotHere, PageFrame, useLab } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { DirectionComments } from './direction-comments.tsx';
import { DirectionWorkplace } from './direction-workplace.tsx';
import { NameSection } from './name-section.tsx';

type Props = { slug: string; modelId: string; directionId: string };

/** A direction: what it does, where the corpus lies on it, a film along it, and the names people give it. */
export function DirectionPage({ slug, modelId, directionId }: Props) {
  const trpc = useTRPC();
  const lab = useLab(slug);
  const model = useQuery(trpc.model.get.queryOptions({ modelId }, { staleTime: Infinity }));
  const query = useQuery(trpc.direction.get.queryOptions({ directionId }));
  const title = query.data?.direction.title ?? 'Direction';
  const waiting = <Skeleton className="h-[60rem]" />;
  return (
    <PageFrame
      crumbs={[
        { label: 'Labs', href: '/labs' },
        { label: lab.data?.name ?? slug, href: labHref(slug) },
        { label: model.data?.name ?? 'Model', href: labHref(slug, 'models', modelId) },
        { label: title },
      ]}
      title={title}
      lead={query.data ? <Lead detail={query.data} /> : ' '}
    >
      <Loaded query={query} waiting={waiting}>
        {(detail) => (
          <Loaded query={model} waiting={waiting}>
            {(found) =>
              detail.direction.modelId === found.id ? (
                <WithMap detail={detail} model={found} />
              ) : (
                <NotHere />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </PageFrame>
  );
}

function Lead({ detail: { direction } }: { detail: DirectionDetail }) {
  const { protocol, distance, by, createdAt, name, title } = direction;
  return (
    <p className="max-w-prose">
      {`${directionKindOf(protocol.kind).name} direction, kept ${name === title ? '' : `as “${name}” `}by ${by.name}, ${dateTime(createdAt)} UTC. `}
      {`One step is ${decimal(distance, 2)} standard deviations of the data long. ${protocolWords(protocol)}`}
    </p>
  );
}

function WithMap({ detail, model }: { detail: DirectionDetail; model: ModelDetail }) {
  const map = useMapFile(model);
  return (
    <Loaded query={map} waiting={<Skeleton className="h-[60rem]" />}>
      {(file) =>
        detail.direction.modelSha256 === model.sha256 ? (
          <DirectionWorkplace detail={detail} model={model} map={file} />
        ) : (
          <>
            <Notice tone="warn">
              This direction belongs to an earlier version of the model: it cannot be decoded or
              tested here any more. What was said of it stays.
            </Notice>
            <NameSection scene={{ detail, model, map: file, decoder: null }} />
            <DirectionComments directionId={detail.direction.id} />
          </>
        )
      }
    </Loaded>
  );
}
