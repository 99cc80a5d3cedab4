// The import rules of docs/ARCHITECTURE.md. Each comment is the sentence that a colleague reads when the rule breaks.
// tests/architecture/violations/<rule name>/ breaks each one on purpose; a rule without such a folder fails the tests.

const pureCore = 'calendar|workflows|forms|catalogue';
const browsers = '^(portal|designer)/';
const top = '^src/(main|start-product)\\.ts$|^src/cli/';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'errors-import-nothing',
    comment: 'The error catalogue is the ground floor: everybody imports it, so it imports nothing. Move what you need up to its user.',
    severity: 'error',
    from: { path: '^src/errors/' },
    to: { pathNot: '^src/errors/' },
  },
  {
    name: 'pure-core-imports-errors-only',
    comment:
      'The pure core – calendar, workflows, forms, catalogue – knows only src/errors and its own folder: not each other, and nothing above. ' +
      'What one needs of another (form keys, roles, a calendar) comes in as an argument; a service brings them together.',
    severity: 'error',
    from: { path: `^src/(${pureCore})/` },
    to: { path: '^(src|seeds|tests|bench|portal|designer)/', pathNot: '^src/(errors|$1)/' },
  },
  {
    name: 'pure-core-runs-anywhere',
    comment: 'The pure core also runs in the designer, and gives the same answer to the same input: no module of Node. Read files, the clock and random numbers outside and pass the values in.',
    severity: 'error',
    from: { path: `^src/(${pureCore})/` },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'pure-core-has-few-libraries',
    comment: 'The pure core uses the few libraries that its work is made of. Another one makes it heavier in every browser: do without, or move the code that needs it up into a service.',
    severity: 'error',
    from: { path: `^src/(${pureCore})/` },
    to: {
      path: '(^|/)node_modules/',
      pathNot: '(^|/)node_modules/(@types/)?(bpmn-moddle|moddle|moddle-xml|min-dash|saxen|bpmnlint|feelin|@bpmn-io/feelin|xstate|class-validator|class-validator-jsonschema|class-transformer|reflect-metadata|openapi3-ts)/',
    },
  },
  {
    name: 'documents-know-no-tables',
    comment: 'A document is made from a plain record and becomes bytes. The service that orders it reads the tables and passes the record in.',
    severity: 'error',
    from: { path: '^src/documents/' },
    to: { path: '^src/(entities|persistence|services|api|cli)/|^src/(main|start-product)\\.ts$' },
  },
  {
    name: 'entities-know-no-use-case',
    comment: 'An entity is a row. How it is found, changed and stored is said in src/persistence and src/services, which import it – never the other way round.',
    severity: 'error',
    from: { path: '^src/entities/' },
    to: { path: '^src/(persistence|services|api|cli|documents)/|^src/(main|start-product)\\.ts$' },
  },
  {
    name: 'persistence-knows-no-use-case',
    comment: 'Persistence gives connections, transactions, queries and migrations. Who may do what, and what follows, is decided in src/services.',
    severity: 'error',
    from: { path: '^src/persistence/' },
    to: { path: '^src/(services|api|cli)/|^src/(main|start-product)\\.ts$' },
  },
  {
    name: 'services-know-no-http',
    comment: 'A use case takes and returns plain data, whoever asks: HTTP, the command line, a timer or a test. Requests, responses and status codes belong to src/api.',
    severity: 'error',
    from: { path: '^src/services/' },
    to: { path: `^src/(api)/|${top}|(^|/)node_modules/(@types/)?(express|express-serve-static-core|multer|helmet|compression|pino-http|express-rate-limit)/|^(node:)?https?$` },
  },
  {
    name: 'api-knows-no-tables',
    comment: 'HTTP in and out, nothing else: the api calls a service and presents what it answers. It sees no entity, no query and no TypeORM.',
    severity: 'error',
    from: { path: '^src/api/' },
    to: { path: '^src/(entities|persistence)/|(^|/)node_modules/(typeorm|mysql2|@photostructure/sqlite)/' },
  },
  {
    name: 'nobody-imports-the-top',
    comment: 'main.ts and the command line wire everything once. Whatever is worth importing from there belongs to a layer below.',
    severity: 'error',
    from: { path: '^(src|seeds|portal|designer)/', pathNot: top },
    to: { path: top },
  },
  {
    name: 'only-the-top-reads-the-environment',
    comment: 'The environment is read once, in main.ts or the command line, and passed on as values: a function that reads settings by itself cannot be tested with others.',
    severity: 'error',
    from: { path: '^src/', pathNot: `${top}|^src/config\\.ts$` },
    to: { path: '^src/config\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'portal-knows-the-contract-only',
    comment: 'Portals speak HTTP. Of src they see the types in src/api/contract.ts and nothing else: a rule that a browser needs is asked from the server.',
    severity: 'error',
    from: { path: '^portal/' },
    to: { path: '^(src|seeds|tests|bench)/', pathNot: '^src/api/contract\\.ts$' },
  },
  {
    name: 'designer-runs-the-flow-checks-only',
    comment: 'The designer uses the pure flow checks of src/workflows (with src/errors) and the types of src/api/contract.ts. Everything else of src stays on the server.',
    severity: 'error',
    from: { path: '^designer/' },
    to: { path: '^(src|seeds|tests|bench)/', pathNot: '^src/(workflows|errors)/|^src/api/contract\\.ts$' },
  },
  {
    name: 'contract-is-types-for-browsers',
    comment: 'Write `import type` for src/api/contract.ts: a value from there would pull server code into the pages.',
    severity: 'error',
    from: { path: browsers },
    to: { path: '^src/api/contract\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'product-imports-no-tests',
    comment: 'The product never needs its tests, benches, pages or build scripts. Move what both need into src.',
    severity: 'error',
    from: { path: '^(src|seeds)/' },
    to: { path: '^(tests|bench|scripts|bin|portal|designer|dist)/' },
  },
  {
    name: 'layers-import-no-seeds',
    comment: 'Seeds are data that is brought in through services. Only the top loads them; no layer knows which rows there are.',
    severity: 'error',
    from: { path: '^src/', pathNot: top },
    to: { path: '^seeds/' },
  },
  {
    name: 'name-the-folder-by-what-it-is',
    comment: 'A folder called utils, helpers, common or shared has no reason to refuse anything. Name it by what it holds.',
    severity: 'error',
    from: { path: '^(src|portal|designer|seeds)/' },
    to: { path: '/(util|utils|helper|helpers|common|shared|misc)/', pathNot: 'node_modules' },
  },
  {
    name: 'the-case-machine-is-ours',
    comment: 'Outside src/workflows we speak of actions and effects. XState is how the machine is carried; its events, actors and snapshots stay inside.',
    severity: 'error',
    from: { path: '^(src|seeds|portal|designer)/', pathNot: '^src/workflows/' },
    to: { path: '(^|/)node_modules/xstate/' },
  },
  {
    name: 'portals-do-not-know-each-other',
    comment: 'Each portal has its own people and its own rules of access. What two of them show alike belongs into portal/ui.',
    severity: 'error',
    from: { path: '^portal/(enterprise|workbench|public)/' },
    to: { path: '^portal/(enterprise|workbench|public)/|^designer/', pathNot: '^portal/$1/' },
  },
  {
    name: 'the-kit-knows-no-page',
    comment: 'portal/ui is what pages are made of. What it needs to know of a page comes in as a property.',
    severity: 'error',
    from: { path: '^portal/ui/' },
    to: { path: '^portal/(enterprise|workbench|public)/|^designer/' },
  },
  {
    name: 'entities-form-no-cycle',
    comment: 'A child points to its parent, a parent never lists its children: ask for the children with a query.',
    severity: 'error',
    from: { path: '^src/entities/', pathNot: '^src/entities/index\\.ts$' },
    to: { circular: true },
  },
  {
    name: 'product-uses-declared-packages',
    comment: 'What the server imports is installed in production only if package.json lists it under "dependencies".',
    severity: 'error',
    from: { path: '^(src|seeds)/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
  },
  {
    name: 'every-import-is-found',
    comment: 'This import leads nowhere: the file or package does not exist.',
    severity: 'error',
    from: { path: '^(src|seeds|portal|designer|tests|bench)/' },
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    // Type imports count: a type is knowledge too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: '^(dist|data|coverage)/|^tests/architecture/violations/' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
