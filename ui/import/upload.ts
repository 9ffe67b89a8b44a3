import { z } from 'zod';
import { largestUpload } from '~/core/contracts/index.ts';
import { bytes } from '~/ui/kit/index.ts';

const answer = z.object({ uploadId: z.string(), bytes: z.number() });
const refusal = z.object({ message: z.string() });
/** Upload ids of both tables. */
export type Pair = { neurons: string; connections: string };
export type Upload = { uploadId: string; name: string; bytes: number };

function refusalText(text: string, status: number): string {
  try {
    return refusal.parse(JSON.parse(text)).message;
  } catch {
    return `The server refused the file (${status}).`;
  }
}

/**
 * Sends one file; `onProgress` gets the bytes sent. XMLHttpRequest, because fetch tells nothing while sending.
 * @throws Error with words for the page when it is too large, refused, cut or aborted
 */
export function uploadFile(
  labId: string,
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  return new Promise((resolve, reject) => {
    // The server would refuse it too, but only after the browser has begun to send.
    if (file.size > largestUpload)
      throw new Error(
        `A file may have at most ${bytes(largestUpload)}. Compress it with gzip, or leave out columns.`,
      );
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/uploads/${labId}?name=${encodeURIComponent(file.name)}`);
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onerror = () =>
      reject(new Error('The connection broke while sending. Choose the file again.'));
    request.onabort = () => reject(new Error('Sending was stopped. Choose a file to go on.'));
    request.onload = () => {
      if (request.status >= 300) {
        reject(new Error(refusalText(request.responseText, request.status)));
        return;
      }
      resolve({ ...answer.parse(JSON.parse(request.responseText)), name: file.name });
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
