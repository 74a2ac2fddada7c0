import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

import { guide } from './guide'

export default defineConfig({
  plugins: [guide(), svelte()],
  clearScreen: false,
  // The message files lie beside this folder: the command line reads them too.
  server: { fs: { allow: ['..'] } },
  build: { target: 'safari16', chunkSizeWarningLimit: 1152 },
  test: { include: ['src/**/*.test.ts'] },
})
