import { expect, test } from 'vitest';
import { explainInstall } from '~/scripts/explain-install.mjs';

/** What failed, in the words of npm, pip or the system. */
const said: [string, string, string, RegExp][] = [
  [
    'no name server',
    'npm',
    'npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error network request to http://packages.invalid/left-pad failed, reason: getaddrinfo ENOTFOUND packages.invalid\nnpm error network This is a problem related to network connectivity.\n',
    /could not be reached\..*proxy.*\n {2}npm error network request to .* ENOTFOUND packages\.invalid$/,
  ],
  [
    'nobody at the address',
    'npm',
    'npm error code ECONNREFUSED\nnpm error FetchError: request to http://127.0.0.1:9/left-pad failed, reason: connect ECONNREFUSED 127.0.0.1:9\nnpm error A complete log of this run can be found in: /x/debug-0.log\n',
    /could not be reached\..*proxy/,
  ],
  [
    'nobody at the address, for pip',
    'pip',
    "WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by 'NewConnectionError(\"HTTPConnection(host='127.0.0.1', port=9): Failed to establish a new connection: [Errno 111] Connection refused\")': /simple/six/\nERROR: No matching distribution found for six\n",
    /could not be reached\..*proxy/,
  ],
  [
    'a full disk',
    'npm',
    'npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write\nnpm error A complete log of this run can be found in: /x/debug-0.log\n',
    /disk is full\..*make room/,
  ],
  [
    'a full disk, for pip',
    'pip',
    'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n',
    /disk is full\..*make room/,
  ],
  [
    'a folder of somebody else',
    'npm',
    "npm error code EACCES\nnpm error   path: '/srv/latentome/node_modules'\nnpm error The operation was rejected by your operating system.\n",
    /may not be written\..*chown/,
  ],
  [
    'a folder of somebody else, for pip',
    'pip',
    "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/srv/x'\n",
    /may not be written\..*chown/,
  ],
  [
    'our own stamp on a full disk',
    'npm',
    "ENOSPC: no space left on device, write '/srv/latentome/node_modules/.latentome-stamp'",
    /disk is full\..*make room/,
  ],
  [
    'a proxy that opens https',
    'npm',
    'npm error code SELF_SIGNED_CERT_IN_CHAIN\nnpm error errno SELF_SIGNED_CERT_IN_CHAIN\nnpm error request to https://packages.example/x failed, reason: self-signed certificate in certificate chain\n',
    /NODE_EXTRA_CA_CERTS/,
  ],
];

test.each(said)('%s: cause and remedy', (_, command, output, expected) => {
  const text = explainInstall(command, output);
  expect(text).toMatch(new RegExp(`^${command} could not install the packages\\. `));
  expect(text).toMatch(expected);
  expect(text.split('\n')).toHaveLength(2);
});

test('of a cause that is not known the last lines are given', () => {
  const output = Array.from({ length: 20 }, (_, k) => `line ${k}\n`).join('\n');
  expect(explainInstall('npm', output).split('\n')).toEqual([
    'npm could not install the packages. What it said last:',
    ...[14, 15, 16, 17, 18, 19].map((k) => `  line ${k}`),
  ]);
});
