/**
 * A stylesheet or a page’s script imported as text. Stands apart from globals.d.ts, because the layers that know Node or the DOM
 * need this and have URL and TextEncoder already.
 */
declare module '*.css?raw' {
  const text: string
  export default text
}
declare module '*.js?raw' {
  const text: string
  export default text
}
