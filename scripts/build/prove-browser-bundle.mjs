import { builtinModules } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { root } from './places.mjs';
import { filesBelow } from './file-tree.mjs';

const pureFolders = ['src/calendar', 'src/workflows', 'src/forms', 'src/catalogue'];
const builtins = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);

/**
 * Proves that the pure core can be used by web pages: every file of it is bundled for a browser, no module of Node may be asked for,
 * and the bundle of the flow checks is loaded in a world that has nothing of Node. Throws with the chain of imports that breaks it.
 */
export async function proveBrowserBundle() {
  const entry = 'virtual:pure-core';
  const files = (await Promise.all(pureFolders.map((folder) => filesBelow(path.join(root, folder))))).flat().filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const { build } = await import('vite');
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [pureCoreEntry(entry, files), refuseNode()],
    build: { write: false, minify: false, target: 'es2022', rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { format: 'iife', name: 'pureCore', codeSplitting: false } } },
  });
  const code = result.output.find((chunk) => chunk.type === 'chunk').code;
  await checkAFlowWithoutNode(code);
  return `the pure core (${files.length} files) runs in a browser, ${Math.round(code.length / 1024)} KiB before compression`;
}

function pureCoreEntry(entry, files) {
  const prepare = path.join(root, 'src/workflows/prepare-flow.ts');
  const advance = path.join(root, 'src/workflows/machine/advance.ts');
  const named = [
    existsSync(prepare) ? `export { prepareFlow } from ${JSON.stringify(prepare)};` : '',
    existsSync(advance) ? `export { advance } from ${JSON.stringify(advance)};` : '',
  ];
  return {
    name: 'pure-core-entry',
    resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
    load: (id) => (id === `\0${entry}` ? [...files.map((file, index) => `export * as file${index} from ${JSON.stringify(file)};`), ...named].join('\n') : undefined),
  };
}

function refuseNode() {
  return {
    name: 'refuse-node',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!id.startsWith('node:') && !builtins.has(id)) return undefined;
      const from = importer ? path.relative(root, importer) : 'the pure core';
      // A library may name a module of Node for its own Node build; ours may not, and neither may the part that is really bundled.
      throw new Error(`${from} asks for "${id}", which browsers do not have`);
    },
  };
}

/** Loads the bundle where only what every browser has exists – a hidden `process` or `Buffer` shows here – and checks a real diagram there. */
async function checkAFlowWithoutNode(code) {
  const browser = { URL, URLSearchParams, TextEncoder, TextDecoder, structuredClone, queueMicrotask, setTimeout, clearTimeout, console, atob, btoa, performance };
  // Our pages forbid eval, so this world does too.
  const world = vm.createContext(browser, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext('globalThis.window = globalThis.self = globalThis;', world);
  vm.runInContext(code, world, { filename: 'pure-core.js', timeout: 20_000 });
  const diagram = path.join(root, 'seeds/flows/item-standard.bpmn');
  if (!existsSync(diagram)) return;
  world.diagram = readFileSync(diagram, 'utf8');
  const prepared = await vm.runInContext('pureCore.prepareFlow(diagram)', world);
  if (!prepared.ok) throw new Error(`the seed flow that the server accepts is refused in the browser: ${prepared.findings.map((finding) => finding.messageEn ?? finding.message).join('; ')}`);
}
