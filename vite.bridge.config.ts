import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/**
 * The browser host's twin of the preload: one self-contained classic script, which the host serves before the
 * window's own. electron-vite builds preloads for Node only, so this one is built by Vite itself.
 */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'chrome120',
    outDir: resolve(import.meta.dirname, 'out/preload'),
    // The Electron preload stands in the same folder.
    emptyOutDir: false,
    minify: false,
    reportCompressedSize: false,
    lib: {
      entry: resolve(import.meta.dirname, 'src/preload/browser.ts'),
      formats: ['iife'],
      name: 'galleyBridge',
      fileName: () => 'browser.js',
    },
  },
})
