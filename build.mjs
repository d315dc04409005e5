// Makes static/dist/ from the scripts and styles: `node build.mjs`.
//
// The rules of this file
// - One build for each face. Built together, what the phone and the console share would be cut at whole files, and a phone
//   would load the trainer's half of every kind.
// - Names carry the hash of the content. Beside each file lie .br and .gz, made once here instead of at each request.
// - `import { kinds } from 'koottam:kinds/Trainee'` is every kind of activity whose static/<kind>.jsx, or
//   static/<kind>-trainer.jsx, exports `Trainee`: a new kind is a new folder, and no list is edited.
// - Every face is built once in English and once for each language that `flask i18n compile` has left in static/dist/i18n: the
//   words stand in the script itself, so that a phone loads those of its own face, each part brings its own, and none twice.
// - The phone's first load has a budget (budget.json), which leaves room for page, data and socket; above it the build fails.
//   It holds the kinds of every day, which budget.json names too; of the others it gets `later`: functions that fetch them.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';

const ROOT = path.dirname(fileURLToPath(import.meta.url));
const DIST = path.join(ROOT, 'static/dist');
const KINDS = path.join(ROOT, 'app/activities');
const PHONE_FACES = ['Trainee', 'Review'];
const RARE = 'static/js/shared/Rare.jsx'; // fields that few sheets have
const PHONE_RARE = ['phone/Group', 'phone/ReportBack', 'phone/Ended', 'phone/Play', 'phone/Rounds', 'shared/Offer'].map((name) => `static/js/${name}.jsx`).concat(RARE);
const BUDGET = JSON.parse(readFileSync(path.join(ROOT, 'budget.json'), 'utf8'));

const SCRIPTS = {
  phone: 'static/js/phone/main.jsx',
  console: 'static/js/console/main.jsx',
  screen: 'static/js/screen/main.jsx',
  review: 'static/js/review/main.jsx',
  assessment: 'static/js/assessment/main.jsx',
  paper: 'static/js/paper/main.jsx',
  preview: 'static/js/preview/main.jsx',
  site: 'static/js/site.js', // the little that server-rendered pages need
};
const STYLES = {
  phone: { file: 'static/css/phone.css', kinds: true },
  facilitator: { file: 'static/css/facilitator.css', kinds: true },
  paper: { file: 'static/css/paper.css', kinds: true },
  preview: { file: 'static/css/preview.css', kinds: true },
  site: { file: 'static/css/site.css', kinds: false },
  print: { file: 'static/css/print.css', kinds: false },
};
const WORKER = 'static/js/sw.js';

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  metafile: true,
  write: false,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  outdir: DIST,
  // What Android System WebView of 2020 understands: most phones of trainees are newer, none we met is older.
  target: ['chrome85', 'firefox80', 'safari14.1'],
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

// As `app/web/catalogues.py` finds them: calls of `_`, `N_` and `ngettext` with words written out.
const QUOTED = String.raw`(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")`;
const WRITTEN = String.raw`${QUOTED}(?:\s*\+\s*${QUOTED})*`;
const CALL = new RegExp(String.raw`(?<![\w$.])(_|N_|ngettext)(\(\s*)(${WRITTEN})(?:(\s*,\s*)(${WRITTEN}))?`, 'g');

/** Catalogues by language: `{ml: {plural, words}}`; none before `flask i18n compile`. */
function catalogues() {
  const list = path.join(DIST, 'i18n/files.json');
  if (!existsSync(list)) return {};
  const files = Object.entries(JSON.parse(readFileSync(list, 'utf8')));
  return Object.fromEntries(files.map(([language, file]) => [language, JSON.parse(readFileSync(path.join(DIST, 'i18n', file), 'utf8'))]));
}

/** Puts the words of a language into the sources; what is not translated stays English. */
const inWords = ({ words }) => ({
  name: 'words',
  setup(build) {
    build.onLoad({ filter: /\.jsx?$/, namespace: 'file' }, ({ path: file }) => {
      if (file.includes('node_modules')) return undefined;
      const contents = readFileSync(file, 'utf8').replace(CALL, (call, name, open, one, comma, many) => {
        const found = words[(0, eval)(one)]; // a literal of our own source, or several joined by +
        if (found === undefined || Array.isArray(found) !== (name === 'ngettext')) return call;
        return `${name}${open}${JSON.stringify(found)}${comma ? comma + (name === 'ngettext' ? '0' : many) : ''}`;
      });
      return { contents, loader: file.endsWith('x') ? 'jsx' : 'js' };
    });
  },
});

/** WebTransport, which our server does not speak, stays out of the phone's line: 1 KB less to load. */
const withoutWebTransport = {
  name: 'without-webtransport',
  setup(build) {
    build.onResolve({ filter: /\/webtransport\.js$/ }, () => ({ path: 'webtransport', namespace: 'nothing' }));
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export const WT = undefined;' }));
  },
};

/** Kinds of activity that bring a file of this ending, in the order of the alphabet. */
function kindFiles(ending) {
  return readdirSync(KINDS, { withFileTypes: true })
    .filter((folder) => folder.isDirectory())
    .map((folder) => ({ kind: folder.name, file: path.join(KINDS, folder.name, 'static', folder.name + ending) }))
    .filter(({ file }) => existsSync(file))
    .sort((one, other) => one.kind.localeCompare(other.kind, 'en'));
}

/** The names a file exports, read by esbuild itself. */
async function exportsOf(file) {
  const { metafile } = await esbuild.build({ ...COMMON, bundle: false, entryPoints: [file] });
  return Object.values(metafile.outputs)[0].exports;
}

/**
 * `koottam:kinds/<Face>`: `export const kinds = { poll: <Face of poll.jsx>, … }` for the kinds `first` (all, if not given), and
 * `later = { order: () => <promise of its Face>, … }` for the others. These come as one part, `koottam:later`: a part for each
 * would cut what they share into so many pieces that asking for them costs more than they hold.
 */
const kindsOfFace = (first) => ({
  name: 'kinds',
  setup(build) {
    const isFirst = (kind) => !first || first.includes(kind);
    build.onResolve({ filter: /^koottam:kinds\// }, ({ path: name }) => ({ path: name.split('/')[1], namespace: 'kinds' }));
    build.onResolve({ filter: /^koottam:later$/ }, ({ path: name }) => ({ path: name, namespace: 'later' }));
    build.onResolve({ filter: /^koottam:rare$/ }, () => (first ? { path: 'koottam:later', namespace: 'later' } : { path: path.join(ROOT, RARE) }));
    build.onLoad({ filter: /.*/, namespace: 'kinds' }, async ({ path: face }) => {
      const having = [];
      for (const { kind, file } of [...kindFiles('.jsx'), ...kindFiles('-trainer.jsx')]) {
        if ((await exportsOf(file)).includes(face)) having.push({ kind, name: JSON.stringify(kind), file: JSON.stringify(file) });
      }
      // Numbered names, since a kind may be called `break`.
      const now = having.filter(({ kind }) => isFirst(kind));
      const imports = now.map(({ file }, at) => `import { ${face} as kind${at} } from ${file};`);
      const atHand = now.map(({ name }, at) => `${name}: kind${at}`);
      const later = having.filter(({ kind }) => !isFirst(kind));
      const fetched = later.map(({ name }) => `${name}: () => import('koottam:later').then(({ kinds }) => kinds[${name}].${face})`);
      return {
        contents: `${imports.join('\n')}\nexport const kinds = { ${atHand.join(', ')} };\nexport const later = { ${fetched.join(', ')} };`,
        resolveDir: ROOT,
      };
    });
    build.onLoad({ filter: /.*/, namespace: 'later' }, async () => {
      const later = kindFiles('.jsx').filter(({ kind }) => !isFirst(kind));
      const imports = [];
      const list = [];
      for (const [at, { kind, file }] of later.entries()) {
        const faces = (await exportsOf(file)).filter((face) => PHONE_FACES.includes(face));
        imports.push(`import { ${faces.map((face) => `${face} as ${face}${at}`).join(', ')} } from ${JSON.stringify(file)};`);
        list.push(`${JSON.stringify(kind)}: { ${faces.map((face) => `${face}: ${face}${at}`).join(', ')} }`);
      }
      // What else a phone needs on some days only comes along: a part of its own would cut these anew.
      imports.push(...PHONE_RARE.filter((file) => existsSync(path.join(ROOT, file))).map((file) => `export * from ${JSON.stringify(path.join(ROOT, file))};`));
      return { contents: `${imports.join('\n')}\nexport const kinds = { ${list.join(', ')} };`, resolveDir: ROOT };
    });
  },
});

/** Writes a file and its compressed forms; the compressed size in bytes. */
function keep(name, content) {
  const target = path.join(DIST, name);
  const gz = gzipSync(content, { level: 9 });
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
  writeFileSync(`${target}.gz`, gz);
  writeFileSync(`${target}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
  return gz.length;
}

/** Keeps what one build made; its manifest entry, with what is always loaded along (`loads`) and what may be (`later`). */
function keepBuild(result, entryFile) {
  const sizes = {};
  for (const { path: file, contents } of result.outputFiles) sizes[path.relative(DIST, file)] = keep(path.relative(DIST, file), contents);
  const outputs = Object.fromEntries(
    Object.entries(result.metafile.outputs).map(([file, made]) => [path.relative(DIST, path.join(ROOT, file)), made]),
  );
  const file = Object.keys(outputs).find((name) => outputs[name].entryPoint === entryFile);
  const loads = new Set();
  const collect = (name) => {
    for (const { path: other, kind } of outputs[name].imports) {
      const chunk = path.relative(DIST, path.join(ROOT, other));
      if (kind === 'import-statement' && outputs[chunk] && !loads.has(chunk)) {
        loads.add(chunk);
        collect(chunk);
      }
    }
  };
  collect(file);
  const later = Object.keys(outputs).filter((name) => name !== file && !loads.has(name));
  return { file, gz: sizes[file], loads: [...loads], later, sizes };
}

/** One face; in the words of `catalogue`, if there is one. @param {string} name @param {string} entry */
async function buildScript(name, entry, language = '', catalogue = undefined) {
  const out = language ? `${name}.${language}` : name;
  return keepBuild(
    await esbuild.build({
      ...COMMON,
      entryPoints: [{ in: entry, out }],
      entryNames: '[name]-[hash]',
      chunkNames: `${out}-part-[hash]`,
      splitting: true,
      define: { __PLURAL__: JSON.stringify(catalogue?.plural ?? '101') },
      plugins: [withoutWebTransport, kindsOfFace(name === 'phone' ? BUDGET.phone_kinds_of_every_day : undefined), ...(catalogue ? [inWords(catalogue)] : [])],
    }),
    entry,
  );
}

async function buildStyle(name, { file, kinds }) {
  const sheets = [file, ...(kinds ? kindFiles('.css').map((kind) => path.relative(ROOT, kind.file)) : [])];
  const result = await esbuild.build({
    ...COMMON,
    stdin: { contents: sheets.map((sheet) => `@import "./${sheet}";`).join('\n'), resolveDir: ROOT, loader: 'css', sourcefile: `${name}.css` },
    entryNames: `${name}-[hash]`,
  });
  return keepBuild(result, `${name}.css`);
}

async function buildWorker(entries) {
  const files = Object.values(entries).flatMap(({ file, loads, later }) => [file, ...loads, ...later]);
  const hashes = files.map((file) => /-(\w+)\.\w+$/.exec(file)[1]).join(' ');
  const define = { __FILES__: JSON.stringify(hashes) };
  const result = await esbuild.build({ ...COMMON, entryPoints: [WORKER], entryNames: 'sw', define });
  return keep('sw.js', result.outputFiles[0].contents);
}

/** Prints what a phone loads before it shows anything, and says whether it is within the budget. */
function weigh(entries, script) {
  const most = BUDGET.phone_first_load_gzip_bytes;
  let total = 0;
  for (const name of [script, 'phone.css']) {
    const entry = entries[name];
    for (const file of entry ? [entry.file, ...entry.loads] : []) {
      console.log(`${String(entry.sizes[file]).padStart(8)}  ${file}`);
      total += entry.sizes[file];
    }
  }
  console.log(`${String(total).padStart(8)}  bytes: the phone's first load, of at most ${most}`);
  return total <= most;
}

// The folder of translations (static/dist/i18n) is made by `flask i18n compile` and stays.
mkdirSync(DIST, { recursive: true });
for (const old of readdirSync(DIST)) if (old !== 'i18n') rmSync(path.join(DIST, old), { recursive: true });

const entries = {};
for (const [name, entry] of Object.entries(SCRIPTS)) {
  if (!existsSync(path.join(ROOT, entry))) continue;
  entries[`${name}.js`] = await buildScript(name, entry);
  for (const [language, words] of Object.entries(catalogues())) entries[`${name}.${language}.js`] = await buildScript(name, entry, language, words);
}
for (const [name, style] of Object.entries(STYLES)) {
  if (existsSync(path.join(ROOT, style.file))) entries[`${name}.css`] = await buildStyle(name, style);
}
if (existsSync(path.join(ROOT, WORKER))) await buildWorker(entries);
const manifest = Object.entries(entries).map(([name, { file, gz, loads, later }]) => [name, { file, gz, loads, later }]);
writeFileSync(path.join(DIST, 'manifest.json'), `${JSON.stringify(Object.fromEntries(manifest), null, 2)}\n`);
const phones = Object.keys(entries).filter((name) => /^phone\b.*\.js$/.test(name));
if (phones.filter((name) => !weigh(entries, name)).length) {
  console.error('The phone must load less before it shows something: move what is rarely used into a lazy import().');
  process.exit(1);
}
