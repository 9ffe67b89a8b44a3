import type { labelled } from '~/core/comments/index.ts';
import { plural } from '~/ui/kit/index.ts';

type Props = {
  id: string;
  options: ReturnType<typeof labelled>;
  active: number | null;
  onPick: (at: number) => void;
};

/** Whom an `@` may mean, in the line below the field, so that nothing is covered or moved; else what may be written. */
export function MemberOptions({ id, options, active, onPick }: Props) {
  return (
    <>
      <span role="status" className="sr-only">
        {active === null ? '' : `${plural(options.length, 'member')} to mention`}
      </span>
      {active === null ? (
        <span className="text-12 text-ink-3">Markdown; @ mentions a member</span>
      ) : (
        <div role="listbox" id={id} aria-label="Members" className="flex min-w-0 flex-wrap gap-1">
          {options.map((option, at) => (
            <div
              key={option.id}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              onPointerDown={(event) => {
                event.preventDefault(); // the field keeps the focus
                onPick(at);
              }}
              className="max-w-40 cursor-pointer truncate rounded border border-line px-1.5 text-12 leading-5 text-ink-2 hover:bg-surface-3 aria-selected:border-accent aria-selected:bg-accent-soft aria-selected:text-accent"
            >
              {option.label}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
