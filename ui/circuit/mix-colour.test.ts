import { expect, it } from 'vitest';
import { mixColour } from './mix-colour.ts';

it('mixes what a stylesheet says, long or shortened', () => {
  expect(mixColour('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mixColour('#000', '#fff', 0.5)).toBe('#808080');
  expect(mixColour('#123456', '#fff', 0)).toBe('#123456');
});
