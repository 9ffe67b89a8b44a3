export { useTRPC, useTRPCClient, type Inputs, type Outputs } from './context.ts';
export { errorCode } from './error-code.ts';
export { ApiProvider } from './provider.tsx';
