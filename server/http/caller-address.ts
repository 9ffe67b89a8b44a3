import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

type Asked = Pick<IncomingMessage, 'headers'> & {
  socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
};

const thisMachine = new BlockList();
thisMachine.addSubnet('127.0.0.0', 8);
thisMachine.addAddress('::1', 'ipv6');

/**
 * The address a request came from; whatever is limited by address asks here. It is that of the socket, unless
 * `publicOrigin` says that people come through a proxy and the socket is from this machine: then the last address in
 * `X-Forwarded-For`, the only one that the proxy itself has written. What a client claims counts for nothing.
 */
export function callerAddress({ headers, socket }: Asked, publicOrigin?: string): string {
  const direct = unmapped(socket.remoteAddress ?? '');
  if (publicOrigin === undefined || !isHere(direct)) return direct;
  const last = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1) ?? '';
  const forwarded = unmapped(last.trim());
  return isIP(forwarded) === 0 ? direct : forwarded;
}

/** As IPv4 where it is that: a socket that takes both kinds gives `::ffff:192.0.2.1`. */
const unmapped = (address: string) => address.replace(/^::ffff:(?=[\d.]+$)/i, '');

function isHere(address: string): boolean {
  const kind = isIP(address);
  return kind !== 0 && thisMachine.check(address, kind === 4 ? 'ipv4' : 'ipv6');
}
