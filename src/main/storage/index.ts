export { createLibrary } from './create-library'
export { openLibrary } from './open-library'
export { verifyLibrary } from './verify'
