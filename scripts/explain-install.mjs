/**
 * Why npm or pip could not install, in one sentence with its remedy. Plain JavaScript: it speaks when nothing is
 * installed yet.
 */

/** Each by what npm, pip or the system print of it; the first that is found counts. */
const causes = [
  {
    pattern: /\b(?:ENOSPC|EDQUOT)\b|No space left on device|Disk quota exceeded/,
    says: 'The disk is full. Latentome and its packages take about 2.3 GB: make room, then start again.',
  },
  {
    pattern: /\b(?:EACCES|EPERM|EROFS)\b|Permission denied|Read-only file system/,
    says:
      'A file or folder may not be written. Start as the user the project folder and the caches (~/.npm, ~/.cache) ' +
      'belong to, or give them to yourself (chown -R).',
  },
  {
    pattern:
      /CERT_|SELF_SIGNED|unable to (?:get|verify)[^\n]*certificate|CERTIFICATE_VERIFY_FAILED/i,
    says:
      'The certificate of the package registry is not trusted here. Behind a proxy that opens https, name its ' +
      'certificate in NODE_EXTRA_CA_CERTS and PIP_CERT.',
  },
  {
    pattern:
      /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b|Failed to establish a new connection|Read timed out|Temporary failure in name resolution|network (?:request|error)/i,
    says:
      'The package registry could not be reached. Look at the network, the proxy (HTTPS_PROXY) and the registry ' +
      '(npm config get registry; pip config list), then start again.',
  },
  {
    pattern: /No matching distribution found|\bE?404\b|\bETARGET\b/,
    says:
      'The package registry has not got what is needed, or cannot be reached. Look at the network and the registry ' +
      '(npm config get registry; pip config list).',
  },
  {
    pattern: /\bE40[13]\b|\b(?:401|403) (?:Unauthorized|Forbidden)|40[13] Client Error/,
    says: 'The package registry refused us. Look at the registry and its sign-in (npm config get registry; pip config list).',
  },
];

/** What people read of a failed install: cause, remedy and the line that tells it; without a cause we know, what was said last. */
export function explainInstall(command, output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const failed = `${command} could not install the packages.`;
  for (const { pattern, says } of causes) {
    const [told] = lines.filter((line) => pattern.test(line)).sort((a, b) => b.length - a.length);
    if (told !== undefined) return `${failed} ${says}\n  ${told.trim().slice(0, 300)}`;
  }
  const last = lines.slice(-6).map((line) => `  ${line.trim().slice(0, 300)}`);
  return [`${failed} What it said last:`, ...last].join('\n');
}
