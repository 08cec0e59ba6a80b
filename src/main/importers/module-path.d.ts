/** The path of a module's own built file, for processes to be started with. */
declare module '*?modulePath' {
  const path: string
  export { path as default }
}
