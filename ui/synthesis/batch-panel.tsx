'use client';
import { parse } from 'csv-parse/browser/esm/sync';
import { useState } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { neuronsOf, sizeOf, type LatentMap } from '~/core/latent/index.ts';
import {
  batchCsv,
  batchJson,
  groundOf,
  readRequestTable,
  tolerance,
  type SynthesisAsked,
  type SynthesisRequest,
  type TableProblem,
} from '~/core/synthesis/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import { Button, count, Notice, NumberField, plural, Progress, saveFile } from '~/ui/kit/index.ts';
import { useBatch } from './use-batch.ts';

type Props = {
  manifest: ModelManifest;
  map: LatentMap;
  decoder: Decoder | null;
  /** The form as it stands. */
  request: () => SynthesisRequest;
  seed: number;
  /** the circuit of the map whose neurons are wired */
  conditions: number;
};

const most = 1000;
/** So many problems of a table are listed. */
const listed = 8;

/** Many circuits to one request, or one to each request of a table; what was made is saved as a table or as edge lists. */
export function BatchPanel({ manifest, map, decoder, request, seed, conditions }: Props) {
  const { batch, run, stop } = useBatch({ manifest, map, decoder });
  const [size, setSize] = useState(20);
  const [problems, setProblems] = useState<readonly TableProblem[]>([]);
  const order = (one: SynthesisRequest, k: number): SynthesisAsked => ({
    request: one,
    seed: seed + k,
    conditions,
  });
  const repeat = () => {
    setProblems([]);
    const times = Math.min(most, Math.max(1, Math.round(size)));
    run(Array.from({ length: times }, (_, k) => order(request(), k)));
  };
  const readTable = async (file: File) => {
    const slack = groundOf(map).scales.map((scale) => scale * tolerance);
    const table = readRequestTable(rowsOf(await file.text()), sizeOf(map, conditions), slack);
    setProblems(table.problems);
    if (table.problems.length === 0) run(table.requests.map((one, k) => order(one.request, k)));
  };
  const save = (kind: 'csv' | 'json') => {
    if (!batch) return;
    if (kind === 'csv') saveFile('circuits.csv', batchCsv(batch.made), 'text/csv');
    else {
      const names = (index: number) => neuronsOf(map, index).map(({ id }) => id);
      const about = { decoder: manifest.files.decoder.sha256, neuronsOf: names };
      saveFile('circuits.json', batchJson(batch.made, about), 'application/json');
    }
  };
  const running = batch?.running ?? false;
  const reached = batch?.made.filter(({ made }) => made.reached).length ?? 0;
  return (
    <details className="mt-4 border-t border-line pt-2" data-testid="batch">
      <summary className="cursor-pointer text-13 font-medium">Many circuits</summary>
      <div className="mt-2 flex flex-wrap items-end gap-2">
        <NumberField
          label="Circuits"
          className="w-24"
          value={size}
          min={1}
          max={most}
          step={1}
          onChange={setSize}
          disabled={running}
        />
        <Button disabled={!decoder || running} onClick={repeat}>
          Make them to this request
        </Button>
        <label className="flex flex-col gap-1 text-13 font-medium text-ink-2">
          or one to each row of a table (CSV)
          <input
            type="file"
            accept=".csv,text/csv"
            disabled={!decoder || running}
            className="text-12 font-normal file:mr-2 file:h-8 file:cursor-pointer file:rounded file:border file:border-solid file:border-line-strong file:bg-surface file:px-3 file:text-13 file:text-ink"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = ''; // the same file may be chosen again when it was mended
              if (file) void readTable(file);
            }}
          />
        </label>
      </div>
      <p className="mt-1 text-12 text-ink-3">
        The first row of a table names metrics, as density or cv_in; a field is a value, a range as
        0.1..0.2, or empty. Individuals count on from that of the probe.
      </p>
      <div className="mt-2 min-h-8" aria-live="polite">
        {problems.length > 0 && (
          <Notice tone="danger">
            <ul className="flex flex-col gap-1" data-testid="table-problems">
              {problems.slice(0, listed).map(({ row, field, problem, remedy }) => (
                <li key={`${row} ${field} ${problem}`}>
                  {`Row ${row}, ${field}: ${problem}${/[.]$/.test(problem) ? '' : '.'} ${remedy}`}
                </li>
              ))}
              {problems.length > listed && <li>{`and ${problems.length - listed} more.`}</li>}
            </ul>
          </Notice>
        )}
        {batch && (
          <div data-testid="batch-made" data-made={batch.made.length} data-running={running}>
            <div className="flex flex-wrap items-center gap-2 text-13">
              <span className="figures">
                {`${count(batch.made.length)} of ${plural(batch.of, 'circuit')} made, ${count(reached)} as asked.`}
              </span>
              {running && (
                <Button size="small" variant="quiet" onClick={stop}>
                  Stop making
                </Button>
              )}
              <Button size="small" disabled={batch.made.length === 0} onClick={() => save('csv')}>
                Save table
              </Button>
              <Button size="small" disabled={batch.made.length === 0} onClick={() => save('json')}>
                Save edges
              </Button>
            </div>
            {running && (
              <div className="mt-1">
                <Progress label="Circuits made" value={batch.made.length / batch.of} />
              </div>
            )}
            {batch.said.map((text) => (
              <p key={text} className="mt-1 text-12 text-danger">
                {text}
              </p>
            ))}
          </div>
        )}
      </div>
    </details>
  );
}

/** Rows of a CSV table, commas or semicolons; quotes that do not close are taken as they stand. */
function rowsOf(text: string): string[][] {
  const delimiter = text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',';
  return parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
  });
}
