import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { build, type Plugin } from 'vite'
import { refuseNodeModules } from './bin/refuse-node-modules.mjs'
import { dependencies } from './package.json'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Both hosts run the same main code: Electron's Node, and the oldest Node that package.json allows. */
const nodeTarget = 'node20.19'
/** The window is shown by Electron's Chromium, or by whichever Chromium the browser host finds. */
const chromeTarget = 'chrome120'

/**
 * Builds the browser host's twin of the preload beside it: one self-contained classic script that the host serves
 * before the window's own. electron-vite builds preloads for Node only, so Vite builds this one.
 */
function browserBridge(): Plugin {
  return {
    name: 'galley-browser-bridge',
    apply: 'build',
    async closeBundle() {
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        plugins: [refuseNodeModules()],
        build: {
          target: chromeTarget,
          outDir: at('out/preload'),
          emptyOutDir: false,
          minify: false,
          reportCompressedSize: false,
          lib: {
            entry: at('src/preload/browser.ts'),
            formats: ['iife'],
            name: 'galleyBridge',
            fileName: () => 'browser.js',
          },
        },
      })
    },
  }
}

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      // Packages of hundreds of small files (date-fns alone has a thousand) made a command start in 0.8 s of work
      // instead of 0.3. What is compiled for a machine stays outside.
      externalizeDeps: { exclude: Object.keys(dependencies).filter((name) => name !== 'sharp') },
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          browser: at('src/main/browser.ts'),
          cli: at('src/main/cli.ts'),
        },
      },
    },
  },
  preload: {
    plugins: [browserBridge()],
    build: {
      target: nodeTarget,
      // A sandboxed preload must be one CommonJS file that requires nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [refuseNodeModules(), vue()],
    // The checking worker loads its dictionaries when it needs them.
    worker: { format: 'es', plugins: () => [refuseNodeModules()] },
    // The drafting view's chunk holds the editor and the time zones; it comes from the disk, never over a network.
    build: { target: chromeTarget, minify: true, chunkSizeWarningLimit: 2500 },
  },
})
