import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ViewDetail } from '~/core/contracts/index.ts';
import { dateTime } from '~/ui/kit/index.ts';
import { labHref } from '~/ui/site/index.ts';
import { viewHref } from '~/ui/views/index.ts';

type Props = { view: ViewDetail; children: ReactNode };

/** What a view is: its words, who saved it, with what, and what came of computing it again. */
export function SavedViewAbout({ view, children }: Props) {
  const { title, note, by, model, origin, size, seed, lab, of, gone } = view;
  const named = `${model.name}, version ${model.version}`;
  const here = 'rounded underline decoration-line-strong underline-offset-2 hover:decoration-ink';
  return (
    <div className="flex max-w-[52rem] flex-col gap-1.5 py-2 text-13">
      <h1 className="text-16 font-semibold [overflow-wrap:anywhere]">{title}</h1>
      {children}
      {note && <p className="whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">{note}</p>}
      <p className="text-ink-2 [overflow-wrap:anywhere]">
        {`Saved by ${by.mine ? 'you' : by.name}, ${dateTime(view.createdAt)} UTC: individual `}
        <span className="figures">{seed}</span>
        {`, ${size} neurons, on `}
        {gone ? (
          named
        ) : (
          <Link href={labHref(lab.slug, 'models', of.id)} className={here}>
            {named}
          </Link>
        )}
        .{gone && ' The model was deleted since; what this view needs of it is kept.'}
      </p>
      {origin && (
        <p className="text-ink-2 [overflow-wrap:anywhere]">
          {'Copied from '}
          {origin.title === null ? (
            'a view that is gone.'
          ) : (
            <Link href={viewHref(origin.code)} className={here}>
              {origin.title}
            </Link>
          )}
        </p>
      )}
      <p className="figures text-12 text-ink-3 [overflow-wrap:anywhere]">{`model ${model.sha256}`}</p>
      {of.sha256 !== model.sha256 && (
        <p className="text-12 text-ink-3">
          The card of the model was written anew since; its networks are the same.
        </p>
      )}
    </div>
  );
}
