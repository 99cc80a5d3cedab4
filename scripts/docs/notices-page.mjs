import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

// Tools: they build and test the product, but no part of them is in it. Every other package is taken to be in it.
const tools = /^(@types\/|@swc|@axe-core\/|@vitejs\/|eslint$|typescript|globals$|jest$|playwright-core$|supertest$|vite$|fast-check$|dependency-cruiser$|ajv$|chinese-days$)/;

/** The text of THIRD-PARTY-NOTICES.md: every package whose code or fonts are in the product, its licence and its copyright. */
export async function noticesPage(root) {
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const packages = [];
  for (const place of shippedPlaces(lock)) packages.push(await describePackage(root, place, lock[place]));
  const groups = groupByText(packages);
  return { text: page(packages, groups), packages: packages.length, withoutText: packages.filter((entry) => entry.text === undefined).map((entry) => entry.name) };
}

/**
 * The places in node_modules that belong to the product: the run-time dependencies, what the pages bundle, and what these need.
 * Packages of one platform, which npm lists as optional, carry the same licence as the package that picks them.
 */
function shippedPlaces(lock) {
  const { dependencies = {}, devDependencies = {} } = lock[''];
  const places = new Set();
  const follow = (name, from) => {
    const place = resolvePlace(lock, name, from);
    if (place === undefined || places.has(place)) return;
    places.add(place);
    for (const needed of Object.keys(lock[place].dependencies ?? {})) follow(needed, place);
  };
  for (const name of [...Object.keys(dependencies), ...Object.keys(devDependencies).filter((name) => !tools.test(name))]) follow(name, '');
  return [...places].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

/** Where Node finds a package that is asked for from a place: in its own folder first, then further up. */
function resolvePlace(lock, name, from) {
  for (let folder = from; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock[`${folder}/node_modules/${name}`]) return `${folder}/node_modules/${name}`;
  }
  return lock[`node_modules/${name}`] ? `node_modules/${name}` : undefined;
}

async function describePackage(root, place, locked) {
  const folder = path.join(root, place);
  const manifest = existsSync(folder) ? JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) : {};
  const text = existsSync(folder) ? await licenceText(folder) : undefined;
  const name = nameOf(place);
  return { name, version: locked.version, licence: licenceName(name, locked.license ?? manifest.license ?? manifest.licenses, text), copyright: copyrightLines(text, manifest), text };
}

/** All licence files of a package, one below the other: a font package has one for its code and one for its fonts. */
async function licenceText(folder) {
  const files = (await readdir(folder)).filter((name) => /^(un)?licen[cs]e|^copying|^mit-license/i.test(name) && !/\.(js|ts|json|cjs|mjs)$/i.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.length > 0 ? texts.map((text) => text.trim()).join('\n\n') : undefined;
}

function licenceName(name, declared, text) {
  if (name === 'bpmn-js') return 'MIT with the bpmn.io condition';
  if (Array.isArray(declared)) return declared.map((one) => one.type ?? one).join(' OR ');
  if (declared && typeof declared === 'object') return declared.type;
  return declared ?? (/permission is hereby granted, free of charge/i.test(text ?? '') ? 'MIT' : 'see its text');
}

function copyrightLines(text, manifest) {
  const lines = (text ?? '').split('\n').map((line) => line.replace(/^[\s*>#-]+|[\s*]+$/g, '')).filter((line) => /^(portions )?copyright\b.*\d|^\(c\) |^copyright \(c\)|^copyright ©/i.test(line));
  if (lines.length > 0) return [...new Set(lines)];
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  return author ? [author.replace(/\s*[<(].*$/, '')] : [];
}

/** Packages whose licence text is the same but for the copyright lines stand together, with the text once. */
function groupByText(packages) {
  const groups = new Map();
  for (const entry of packages) {
    const text = entry.text === undefined ? '' : withoutCopyright(entry.text, entry.copyright);
    const key = `${entry.licence}\n${text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')}`;
    if (!groups.has(key)) groups.set(key, { licence: entry.licence, text, packages: [] });
    groups.get(key).packages.push(entry);
  }
  return [...groups.values()].sort((one, other) => other.packages.length - one.packages.length || (one.packages[0].name < other.packages[0].name ? -1 : 1));
}

function withoutCopyright(text, copyright) {
  const lines = text.replaceAll('\r', '').split('\n').filter((line) => !copyright.includes(line.replace(/^[\s*>#-]+|[\s*]+$/g, '')));
  return lines.join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

function page(packages, groups) {
  return [
    '# Third-party notices',
    '',
    `The product contains or installs the ${packages.length} packages below. This page is written by \`npm run docs\` from their own licence files.`,
    '',
    '## Two conditions to keep in mind',
    '',
    '**bpmn.io.** Diagrams are drawn with bpmn-js. Its licence is MIT with one condition more: the code that shows the bpmn.io watermark, which',
    'links back to https://bpmn.io, must not be removed or changed, and the watermark must stay fully visible, not covered by anything, on every',
    'diagram, read-only ones included. Keep the bottom right corner of the canvas free. The full text stands below under bpmn-js.',
    '',
    '**Fonts.** Documents embed subsets of Noto Serif SC and Noto Sans SC under the SIL Open Font License 1.1: they may be embedded and passed on,',
    'but not sold by themselves, and a changed font may not carry the reserved name. The documents made with them are not touched by the licence.',
    '',
    '## Packages',
    '',
    '| Package | Version | Licence |',
    '|---|---|---|',
    ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
    '## Texts',
    ...groups.flatMap((group) => [
      '',
      `### ${group.licence}: ${group.packages.length > 3 ? `${group.packages.length} packages` : group.packages.map(({ name }) => name).join(', ')}`,
      '',
      ...group.packages.map(({ name, copyright }) => `- ${name}${copyright.length > 0 ? ` – ${copyright.join('; ')}` : ''}`),
      '',
      ...(group.text === '' ? ['(No text comes with the package; its licence is the one named in its manifest.)'] : ['```text', group.text, '```']),
    ]),
    '',
  ].join('\n');
}

function nameOf(place) {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
