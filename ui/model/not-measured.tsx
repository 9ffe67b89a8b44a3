import { notMeasured, reportCommand } from '~/core/report/index.ts';
import type { ModelReport } from '~/core/contracts/index.ts';
import { CopyLine, Section } from '~/ui/kit/index.ts';

const listed = new Intl.ListFormat('en', { style: 'long', type: 'conjunction' });

/** In the place of figures that a model came without: that they were not measured, and what measures them. */
export function NotMeasured({ report }: { report: ModelReport | undefined }) {
  const missing = notMeasured(report);
  if (missing.length === 0) return null;
  return (
    <Section title="Not measured">
      <div className="flex max-w-prose flex-col gap-2 text-13 text-ink-2">
        <p>
          Of this model there are no figures of {listed.format(missing)}. A command measures them
          where Latentome is installed, from a folder with model.json, encoder.onnx, decoder.onnx,
          map.safetensors and corpus.safetensors:
        </p>
        <CopyLine label="Command that measures a model" text={reportCommand} />
        <p>
          It writes a report beside them and puts the figures into model.json, which makes that
          another model by its hash; this card stays as it is.
          {!report?.function &&
            ' What z tells of function is also among what can be measured of its corpus, on this page.'}
        </p>
      </div>
    </Section>
  );
}
