import { expect, it } from 'vitest';
import { valueWish } from '~/core/synthesis/index.ts';
import { formOf, requestOf, withRequest } from './wish-form.ts';

const values = {
  density: 0.03456789,
  reciprocity: null,
  clustering: 0.2,
  cv_out: 0.9,
  cv_in: 0.8,
  feed_forward: 0.1,
  cycles: 0.05,
  in_out_correlation: -0.123456,
};

it('begins with the values of a circuit and asks for two of them', () => {
  const form = formOf(values);
  expect(form.density).toEqual({ asked: true, low: '0.0346', high: '' });
  expect(form.in_out_correlation).toEqual({ asked: false, low: '-0.1235', high: '' });
  expect(requestOf(form)).toEqual({ density: valueWish(0.0346), reciprocity: valueWish(NaN) });
});

it('reads a value, a range, a comma and the minus of the page, and nothing for a number', () => {
  const form = {
    ...formOf(values),
    density: { asked: true, low: ' 0,02', high: '0.04 ' },
    reciprocity: { asked: true, low: '1e', high: '' },
    in_out_correlation: { asked: true, low: '−0.2', high: '' },
  };
  expect(requestOf(form)).toEqual({
    density: { low: 0.02, high: 0.04 },
    reciprocity: valueWish(NaN),
    in_out_correlation: valueWish(-0.2),
  });
});

it('takes over the nearest that can be asked for', () => {
  const form = withRequest(formOf(values), {
    reciprocity: valueWish(1 / 3),
    cycles: { low: 0, high: 0.5 },
  });
  expect(form.reciprocity).toEqual({ asked: true, low: '0.333333', high: '' });
  expect(form.cycles).toEqual({ asked: true, low: '0', high: '0.5' });
  expect(form.density.low).toBe('0.0346');
});
