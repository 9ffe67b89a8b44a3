import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchOwnActivity } from './own-activity.ts';

let page: EventTarget & { hidden: boolean };
let input: EventTarget;
const told: boolean[] = [];
const act = (kind: string) => input.dispatchEvent(new Event(kind));
const hide = (hidden: boolean) => {
  page.hidden = hidden;
  page.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  page = Object.assign(new EventTarget(), { hidden: false });
  input = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', input.addEventListener.bind(input));
  vi.stubGlobal('removeEventListener', input.removeEventListener.bind(input));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('after three minutes without input one is idle, and back with the first input', () => {
  const { stop } = watchOwnActivity((idle) => told.push(idle));
  vi.advanceTimersByTime(179_000);
  act('wheel');
  vi.advanceTimersByTime(179_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([true]);
  act('keydown');
  expect(told).toEqual([true, false]);
  stop();
});

it('a hidden page is idle at once, whatever still happens in it, until it is seen again', () => {
  const { stop } = watchOwnActivity((idle) => told.push(idle));
  hide(true);
  act('pointermove');
  expect(told).toEqual([true]);
  hide(false);
  expect(told).toEqual([true, false]);
  stop();
  hide(true);
  vi.advanceTimersByTime(600_000);
  expect(told).toEqual([true, false]);
});
