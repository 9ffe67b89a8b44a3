import { expect, test } from 'vitest';
import { callerAddress } from './caller-address.ts';

const origin = 'https://atlas.example.org';
const from = (remoteAddress: string | undefined, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
});

test('behind a proxy of this machine it is the last address, which that proxy wrote', () => {
  for (const proxy of ['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])
    expect(callerAddress(from(proxy, '6.6.6.6, 198.51.100.7'), origin)).toBe('198.51.100.7');
  expect(callerAddress(from('127.0.0.1', '2001:db8::7'), origin)).toBe('2001:db8::7');
});

test('without a proxy named, or from another machine, what is claimed changes nothing', () => {
  expect(callerAddress(from('127.0.0.1', '6.6.6.6'))).toBe('127.0.0.1');
  expect(callerAddress(from('203.0.113.9', '6.6.6.6'), origin)).toBe('203.0.113.9');
  expect(callerAddress(from('::ffff:203.0.113.9', '6.6.6.6'), origin)).toBe('203.0.113.9');
  expect(callerAddress(from('2001:db8::1', '6.6.6.6'), origin)).toBe('2001:db8::1');
});

test('a header that is missing, empty or no address leaves the socket', () => {
  for (const forwarded of [undefined, '', '6.6.6.6,', 'unknown', '6.6.6.6, _hidden', '1.2.3.4.5'])
    expect(callerAddress(from('127.0.0.1', forwarded), origin)).toBe('127.0.0.1');
  expect(callerAddress(from(undefined), origin)).toBe('');
});
