import { expect, it } from 'vitest';
import { trainingSettings } from '~/core/contracts/index.ts';
import { settingFields } from './setting-fields.ts';

it('shows every setting of a training once', () => {
  const shown = settingFields.map((field) => field.key).sort();
  expect(shown).toEqual(Object.keys(trainingSettings.shape).sort());
});
