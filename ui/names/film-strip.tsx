import { usualSteps } from '~/core/directions/index.ts';
import { signed } from '~/ui/directions/index.ts';
import { classNames, MiniCircuit } from '~/ui/kit/index.ts';
import type { Frame } from './use-film.ts';

type Props = { frames: readonly Frame[] | null; at: number; onShow: (at: number) => void };

/** Every step as a small picture; a click shows it large. */
export function FilmStrip({ frames, at, onShow }: Props) {
  return (
    <ol className="grid grid-cols-5 gap-1.5 sm:grid-cols-9">
      {usualSteps.map((step, k) => {
        const frame = frames?.[k];
        return (
          <li key={step} className="min-w-0">
            <button
              type="button"
              aria-current={k === at}
              disabled={!frame}
              onClick={() => onShow(k)}
              className={classNames(
                'block w-full rounded border bg-surface-2 p-0.5',
                k === at ? 'border-accent' : 'border-transparent hover:border-line-strong',
              )}
            >
              {frame ? (
                <MiniCircuit
                  circuit={frame.picture}
                  label={`Step ${signed(step)}: ${frame.picture.edges.length} connections`}
                  className="aspect-[3/4] w-full"
                />
              ) : (
                <span className="block aspect-[3/4] w-full" />
              )}
              <span className="figures flex justify-between px-0.5 text-12 text-ink-3">
                <span className={k === at ? 'text-accent' : ''}>{signed(step)}</span>
                <span className="max-sm:hidden">{frame?.picture.edges.length ?? ''}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
