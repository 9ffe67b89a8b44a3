'use client';
import { useQuery } from '@tanstack/react-query';
import type { ConnectomeDetail } from '~/core/contracts/index.ts';
import { Badge, ButtonLink, dateTime, Notice, Section, Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, mayEdit, PageFrame, useLab } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { ConnectomeFigures } from './connectome-figures.tsx';

/** One connectome: what it holds, where it is from, what to do with it. */
export function ConnectomePage({ slug, connectomeId }: { slug: string; connectomeId: string }) {
  const lab = useLab(slug);
  const query = useQuery(useTRPC().connectome.get.queryOptions({ connectomeId }));
  const name = query.data?.name ?? 'Connectome';
  return (
    <PageFrame
      crumbs={[
        { label: 'Labs', href: '/labs' },
        { label: lab.data?.name ?? slug, href: labHref(slug) },
        { label: name },
      ]}
      title={name}
      lead={
        query.data ? (
          <>
            Imported by {query.data.createdBy}, {dateTime(query.data.createdAt)} UTC
          </>
        ) : (
          <span>&nbsp;</span>
        )
      }
      action={
        mayEdit(lab.data) && (
          <ButtonLink
            variant="primary"
            href={`${labHref(slug, 'runs', 'new')}?connectome=${encodeURIComponent(connectomeId)}`}
          >
            Train a model
          </ButtonLink>
        )
      }
    >
      <Loaded query={query} waiting={<Skeleton className="h-[40rem]" />}>
        {(connectome) => (
          <div className="flex flex-col gap-6">
            {connectome.isModel && (
              <Notice>
                <Badge>model, not data</Badge> Drawn by a seeded generator from published connection
                probabilities.
              </Notice>
            )}
            <ConnectomeFigures statistics={connectome.statistics} />
            <Provenance connectome={connectome} />
          </div>
        )}
      </Loaded>
    </PageFrame>
  );
}

function Provenance({ connectome }: { connectome: ConnectomeDetail }) {
  const lines: [string, string][] = [
    ['Source', connectome.source],
    ['Licence', connectome.licence],
    ['Citation', connectome.citation],
    ['Fields', connectome.attributes.map(({ name }) => name).join(', ')],
    ['SHA-256', connectome.sha256],
  ];
  return (
    <Section title="Provenance">
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-1 text-13">
        {lines.map(([name, text]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd
              className={`[overflow-wrap:anywhere] ${name === 'SHA-256' ? 'figures text-12' : ''}`}
            >
              {text === '' ? <span className="text-ink-3">not given</span> : text}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
