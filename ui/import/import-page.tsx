'use client';
import { Skeleton } from '~/ui/kit/index.ts';
import { labHref, Loaded, mayEdit, NotHere, PageFrame, useLab } from '~/ui/site/index.ts';
import { ImportFlow } from './import-flow.tsx';

/** Brings a connectome into a lab: two tables, checked and looked at before anything is stored. */
export function ImportPage({ slug }: { slug: string }) {
  const lab = useLab(slug);
  return (
    <PageFrame
      crumbs={[
        { label: 'Labs', href: '/labs' },
        { label: lab.data?.name ?? slug, href: labHref(slug) },
        { label: 'Import' },
      ]}
      title="Import a connectome"
      lead="Two tables, CSV or TSV, plain or gzip. Nothing is stored before you say Import."
    >
      <Loaded query={lab} waiting={<Skeleton className="h-48" />}>
        {(found) => (mayEdit(found) ? <ImportFlow lab={found} /> : <NotHere />)}
      </Loaded>
    </PageFrame>
  );
}
