import { expect, it } from 'vitest';
import { resized } from './fold-editor.tsx';

it('keeps the folds there are when the number of slabs changes', () => {
  expect(resized(['train', 'test', 'validation'], 5)).toEqual([
    'train',
    'test',
    'validation',
    'train',
    'train',
  ]);
  expect(resized(['train', 'test', 'validation'], 2)).toEqual(['train', 'test']);
});
