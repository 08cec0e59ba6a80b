/** Vite's way to bundle whole folders. Its own types would bring the browser's into the main process. */
interface ImportMeta {
  glob(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, unknown>
}
