// Bundles faces.jsx and the phone's style into the folder named: `node bundle.mjs <folder>`.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const KINDS = path.join(ROOT, 'app/activities');
const [outdir] = process.argv.slice(2);
const files = (ending) => readdirSync(KINDS).map((kind) => [kind, path.join(KINDS, kind, 'static', kind + ending)]).filter(([, file]) => existsSync(file));

const kinds = {
  name: 'kinds',
  setup(build) {
    build.onResolve({ filter: /^koottam:kinds\// }, ({ path: name }) => ({ path: name.split('/')[1], namespace: 'kinds' }));
    build.onResolve({ filter: /^koottam:rare$/ }, () => ({ path: path.join(ROOT, 'static/js/shared/Rare.jsx') }));
    build.onLoad({ filter: /.*/, namespace: 'kinds' }, ({ path: face }) => ({
      contents: `${files('.jsx').map(([, file], at) => `import { ${face} as kind${at} } from ${JSON.stringify(file)};`).join('\n')}
        export const kinds = { ${files('.jsx').map(([kind], at) => `${kind}: kind${at}`).join(', ')} };`,
      resolveDir: ROOT,
    }));
  },
};
const common = { absWorkingDir: ROOT, bundle: true, outdir, format: 'esm', jsx: 'automatic', jsxImportSource: 'preact', charset: 'utf8', logLevel: 'warning' };
await esbuild.build({ ...common, entryPoints: ['tests/browser/faces.jsx'], plugins: [kinds] });
const sheets = ['static/css/phone.css', ...files('.css').map(([, file]) => path.relative(ROOT, file))];
await esbuild.build({ ...common, stdin: { contents: sheets.map((sheet) => `@import "./${sheet}";`).join('\n'), resolveDir: ROOT, loader: 'css', sourcefile: 'phone.css' }, entryNames: 'phone' });
