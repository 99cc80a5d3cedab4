import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = path.dirname(fileURLToPath(import.meta.url));

// One build, several entries: each has its own access rules, all share their chunks.
const entries: Record<string, string> = {
  public: 'portal/public/index.html',
  enterprise: 'portal/enterprise/index.html',
  workbench: 'portal/workbench/index.html',
  designer: 'designer/index.html',
};
const present = Object.entries(entries).filter(([, file]) => existsSync(path.join(root, file)));

export default defineConfig({
  root,
  appType: 'mpa',
  plugins: [react(), entryForDeepLinks()],
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  server: { proxy: { '/api': 'http://localhost:3000' } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: Object.fromEntries(present.map(([name, file]) => [name, path.join(root, file)])),
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
            { name: 'antd', test: /node_modules\/(antd|@ant-design|@rc-component|rc-[^/]+|dayjs)\// },
          ],
        },
      },
    },
  },
});

/** In development, `/workbench/cases/17` must show the workbench as the server does it in production. */
function entryForDeepLinks(): Plugin {
  return {
    name: 'entry-for-deep-links',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
        const name = /^\/(enterprise|workbench|designer)(\/|$)/.exec(request.url ?? '')?.[1] ?? ((request.url ?? '') === '/' ? 'public' : undefined);
        const file = name === undefined ? undefined : entries[name];
        if (!wantsPage || file === undefined || !existsSync(path.join(root, file))) return next();
        server
          .transformIndexHtml(request.url ?? '/', readFileSync(path.join(root, file), 'utf8'))
          .then((html) => response.setHeader('Content-Type', 'text/html').end(html))
          .catch(next);
      });
    },
  };
}
