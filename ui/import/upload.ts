import { z } from 'zod';

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
 * Sends one file; `onProgress` gets the share sent, 0 to 1. XMLHttpRequest, because fetch tells nothing while sending.
 * @throws Error with words for the page when it is refused, cut or aborted
 */
export function uploadFile(
  labId: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/uploads/${labId}?name=${encodeURIComponent(file.name)}`);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new Error('The connection broke while sending. Try again.'));
    request.onabort = () => reject(new Error('Sending was stopped.'));
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
