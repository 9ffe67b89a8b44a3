export { AccountMenu } from './account-menu.tsx';
export { Loaded, NotHere } from './loaded.tsx';
export { nextPath, signInHref } from './next-path.ts';
export { PageFrame } from './page-frame.tsx';
export { SignInPage } from './sign-in-page.tsx';
export { useMe } from './use-me.ts';
export { labHref, mayEdit, useLab } from './use-lab.ts';
