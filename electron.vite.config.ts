import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Both hosts run the same main code: Electron's Node, and the oldest Node that package.json allows. */
const nodeTarget = 'node20.19'
/** The window is shown by Electron's Chromium, or by whichever Chromium the browser host finds. */
const chromeTarget = 'chrome120'

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
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
    plugins: [vue()],
    build: { target: chromeTarget, minify: true },
  },
})
