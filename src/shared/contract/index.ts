export * from './contract'
export * from './galley'
export * from './shapes'
