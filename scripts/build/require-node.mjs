// Imported first by everything that a person starts: an old Node gets one clear line instead of a puzzle.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.version}`);
  process.exit(2);
}
