import { nullModelOf, nullModels, type NullModelId } from '~/core/nulls/index.ts';

/** What the metrics can stand beside. */
export type Choice = 'training' | NullModelId;

export const nullChoices: readonly { value: NullModelId; label: string }[] = nullModels.map(
  ({ id, name }) => ({ value: id, label: name }),
);

export const choices: readonly { value: Choice; label: string }[] = [
  ...nullChoices,
  { value: 'training', label: 'Training circuits' },
];

/** What the band and the mean are, in a sentence. */
export function sentenceOf(choice: Choice): string {
  if (choice === 'training')
    return 'Band: the training circuits, one standard deviation either way.';
  return `Band: 95 % of 200 random circuits that keep ${nullModelOf(choice).keeps}.`;
}
