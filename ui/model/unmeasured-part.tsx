import { reportCommand, type Unmeasured } from '~/core/report/index.ts';
import { Section } from '~/ui/kit/index.ts';

/** In the place of a figure that a model came without: that it was not measured, and what measures it. */
export function UnmeasuredPart({ title }: Unmeasured) {
  return (
    <Section title={title}>
      <p className="max-w-prose text-13 text-ink-2">
        Not measured of this model. <code className="text-12">{reportCommand}</code> measures it
        from the model’s files and puts it into its model.json, which makes it another model by its
        hash.
      </p>
    </Section>
  );
}
