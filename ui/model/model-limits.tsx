import type { ModelManifest } from '~/core/contracts/index.ts';
import { decimal, Section } from '~/ui/kit/index.ts';

/** What this model must not be taken for; each sentence follows from its manifest. */
export function limitsOf(manifest: ModelManifest): string[] {
  const { figures, recipe, size, hasPositions, selfEdges, conditions } = manifest;
  const { otherSizes: others } = recipe.corpus.recipe;
  const fields = conditions.categories
    .filter((category) => category.values.length > 1)
    .map((category) => category.field);
  const conditioned = [hasPositions && 'position', ...fields].filter(Boolean);
  return [
    others
      ? `It was trained on circuits of ${size}, ${others.join(', ')} neurons; at other sizes nothing has been measured, and directions, prior and report are of ${size}.`
      : `It was trained on circuits of ${size} neurons; at other sizes nothing has been measured.`,
    conditioned.length > 0
      ? `Wiring is conditioned on ${conditioned.join(', ')}; every other property of a neuron is unknown to it.`
      : 'It knows nothing about a neuron but its connections.',
    `Single edges given z alone are close to independent: z carries the structure of a circuit, u the rest. The edge figures use both.`,
    figures.metricR2Mean >= 0
      ? `On average ${decimal((1 - figures.metricR2Mean) * 100, 0)} % of the variance of the eight metrics does not follow from z.`
      : 'z does not tell the eight metrics of test circuits: their mean is a better guess.',
    selfEdges
      ? 'Self-connections are learnt and drawn, one chance a neuron; edge figures and the eight metrics leave them out.'
      : 'It has no self-connections.',
    ...(recipe.corpus.connectome.isModel
      ? ['Its training circuits come from a model column, so it says nothing about an animal.']
      : ['Its folds lie in one connectome: other animals and areas have not been tested.']),
  ];
}

export function ModelLimits({ manifest }: { manifest: ModelManifest }) {
  return (
    <Section title="Limits">
      <ul className="max-w-prose list-disc pl-5 text-13 marker:text-ink-3">
        {limitsOf(manifest).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
