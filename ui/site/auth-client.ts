import { anonymousClient } from 'better-auth/client/plugins';
import { createAuthClient } from 'better-auth/react';

/** Sessions live in cookies; the endpoints are better-auth's own under /api/auth. */
export const auth = createAuthClient({ plugins: [anonymousClient()] });
