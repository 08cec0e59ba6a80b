export { createLibrary } from './create-library'
export { openLibrary } from './open-library'
