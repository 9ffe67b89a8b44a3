import Link from 'next/link';
import type { ViewSummary } from '~/core/contracts/index.ts';
import { Button, dateTime } from '~/ui/kit/index.ts';
import { viewHref } from './view-href.ts';
import { ViewPicture } from './view-picture.tsx';

type Props = { view: ViewSummary; onDescribe: () => void; onDelete: () => void };

/** A view in a list: its picture, its words, who saved it and when. */
export function ViewRow({ view, onDescribe, onDelete }: Props) {
  const { code, title, note, by, model, origin } = view;
  return (
    <li className="relative flex flex-wrap items-start gap-x-4 gap-y-2 py-3 hover:bg-surface-2">
      <ViewPicture view={view} className="h-24 w-48 shrink-0" />
      <div className="min-w-56 flex-1">
        <Link
          href={viewHref(code)}
          className="rounded text-14 font-medium [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
        >
          {title}
        </Link>
        <p className="text-12 text-ink-3 [overflow-wrap:anywhere]">
          {`${by.mine ? 'you' : by.name}, ${dateTime(view.createdAt)} UTC; ${model.name}, version ${model.version}, individual ${view.seed}`}
        </p>
        {origin && (
          <p className="text-12 text-ink-3 [overflow-wrap:anywhere]">
            {origin.title === null ? 'from a view that is gone' : `from “${origin.title}”`}
          </p>
        )}
        {note && (
          <p className="mt-1 line-clamp-2 max-w-prose whitespace-pre-line text-13 text-ink-2 [overflow-wrap:anywhere]">
            {note}
          </p>
        )}
      </div>
      {view.mayEdit && (
        <div className="relative flex gap-1">
          <Button size="small" variant="quiet" aria-label={`Change ${title}`} onClick={onDescribe}>
            Change
          </Button>
          <Button size="small" variant="quiet" aria-label={`Delete ${title}`} onClick={onDelete}>
            Delete
          </Button>
        </div>
      )}
    </li>
  );
}
