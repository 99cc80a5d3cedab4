const allParts = ['static', 'core', 'db', 'e2e'];

/** Reads what to test from the command line and the environment; nonsense ends the process with one line. */
export function readArguments(argv, env) {
  const patterns = [];
  let parts = allParts;
  for (const argument of argv) {
    if (argument.startsWith('--only=')) parts = argument.slice('--only='.length).split(',');
    else if (argument.startsWith('-')) stop(`unknown argument ${argument}; there is --only=${allParts.join(',')}`);
    else patterns.push(argument);
  }
  const unknown = parts.find((part) => !allParts.includes(part));
  if (unknown !== undefined) stop(`there is no part "${unknown}"; the parts are ${allParts.join(', ')}`);
  return { parts: new Set(parts), patterns, callersDatabase: readDatabase(env.DATABASE_URL) };
}

/** The caller's MariaDB, when there is one. The database tests make and drop schemas, so its name must say that it is for tests. */
function readDatabase(url) {
  if (!url || url.startsWith('sqlite:')) return undefined;
  let name;
  try {
    const address = new URL(url);
    if (!/^(mysql|mariadb):$/.test(address.protocol)) throw new Error('another kind of database');
    name = decodeURIComponent(address.pathname.slice(1));
  } catch {
    return stop('DATABASE_URL must be mysql://user:password@host:port/database');
  }
  if (!name.includes('test')) stop(`DATABASE_URL names the database "${name}"; tests refuse one whose name lacks "test"`);
  return url;
}

function stop(sentence) {
  console.error(`test: ${sentence}`);
  process.exit(2);
}
