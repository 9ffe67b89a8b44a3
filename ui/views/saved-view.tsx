'use client';
import type { ViewSummary } from '~/core/contracts/index.ts';
import { ButtonLink, CopyLine } from '~/ui/kit/index.ts';
import { labHref } from '~/ui/site/index.ts';
import { CiteDialog } from './cite-dialog.tsx';
import { viewHref } from './view-href.ts';

type Props = { view: ViewSummary; lab: { slug: string; name: string } };

/** A view that was saved this moment: its link, and where to go from here. */
export function SavedView({ view, lab }: Props) {
  return (
    <div className="flex flex-col gap-3 text-13">
      <p role="status" className="text-ink-2 [overflow-wrap:anywhere]">
        “{view.title}” is saved.
      </p>
      <CopyLine text={`${location.origin}${viewHref(view.code)}`} label="Link of the view" />
      <div className="flex flex-wrap gap-2">
        <ButtonLink size="small" variant="primary" href={viewHref(view.code)}>
          Open the view
        </ButtonLink>
        <CiteDialog view={view} lab={lab.name} />
        <ButtonLink size="small" href={labHref(lab.slug, 'views')}>
          Views of the lab
        </ButtonLink>
      </div>
    </div>
  );
}
