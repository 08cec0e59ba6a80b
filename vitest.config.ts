import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { modulePaths } from './bin/module-paths.mjs'

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Without this a stylesheet imported as text arrives empty.
    css: true,
    projects: [
      {
        extends: true,
        plugins: [modulePaths()],
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'src/{shared,main}/**/*.test.ts',
            'bin/**/*.test.ts',
            'e2e/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        plugins: [vue()],
        test: {
          name: 'window',
          environment: 'happy-dom',
          include: ['src/{renderer,preload}/**/*.test.ts'],
        },
      },
    ],
  },
})
