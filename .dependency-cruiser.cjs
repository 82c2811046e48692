/** Which workspace may not depend on which; the names are folders below apps/ and packages/. */
const arrow = (from, allowed) => ({
  name: `${from.replace('/', '-')}-arrows`,
  severity: 'error',
  comment: `${from} may import only ${allowed.join(', ') || 'itself'}.`,
  from: { path: `^${from}/`, pathNot: '\\.(spec|harness)\\.(ts|mjs)$' },
  to: { path: '^(apps|packages)/', pathNot: `^(${[from, ...allowed].join('|')})/` },
});

const DOMAIN = 'packages/domain';
const CONTRACT = 'packages/contract';
const TESTING = 'packages/testing';
const DEV = ['packages/dev-postgres', 'packages/dev-identity', 'packages/dev-mail'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The domain imports nothing, not even from Node.',
      from: { path: `^${DOMAIN}/`, pathNot: '\\.(spec|harness)\\.(ts|mjs)$' },
      to: { pathNot: `^${DOMAIN}/` },
    },
    arrow(CONTRACT, [DOMAIN]),
    arrow('apps/api', [CONTRACT, DOMAIN]),
    arrow('apps/web', [CONTRACT, DOMAIN]),
    arrow('packages/dev-postgres', []),
    arrow('packages/dev-identity', []),
    arrow('packages/dev-mail', []),
    arrow(TESTING, [CONTRACT, DOMAIN, ...DEV]),
    arrow('apps/e2e', [CONTRACT, DOMAIN, TESTING]),
    {
      name: 'api-doors',
      severity: 'error',
      comment: 'A feature of the API is entered through its index.ts.',
      from: { path: '^apps/api/src/([^/]+)/', pathNot: '\\.(spec|harness)\\.(ts|mjs)$' },
      to: { path: '^apps/api/src/[^/]+/', pathNot: '^apps/api/src/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'web-features-apart',
      severity: 'error',
      comment: 'What two features need moves one level up.',
      from: { path: '^apps/web/src/app/feature/([^/]+)/' },
      to: { path: '^apps/web/src/app/feature/', pathNot: '^apps/web/src/app/feature/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    exclude: { path: '(^|/)generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
