export * from './contract'
export * from './galley'
export * from './shapes'
export type { LockView } from './lock-requests'
