import { createAuthMiddleware, APIError, getSessionFromCtx } from 'better-auth/api';

/** An account that has a password is deleted with it only: an open page is not enough. */
export const passwordToDelete = createAuthMiddleware(async (ctx) => {
  if (ctx.path !== '/delete-user') return;
  const body: unknown = ctx.body;
  const given = typeof body === 'object' && body !== null && 'password' in body && body.password;
  if (given) return;
  const session = await getSessionFromCtx(ctx);
  if (!session) return; // refused further on
  const accounts = await ctx.context.internalAdapter.findAccounts(session.user.id);
  if (accounts.some(({ password }) => password))
    throw new APIError('BAD_REQUEST', { message: 'Give your password to delete the account.' });
});
