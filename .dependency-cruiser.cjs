/** Who may import whom; each rule carries its reason. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', 'a cycle hides who owns what', {}, { circular: true }),
    rule(
      'core-stands-alone',
      'core runs the same in browser, server and tests',
      { path: '^core/' },
      { path: '^(app|db|server|ui|e2e|bench|scripts)/' },
    ),
    rule(
      'core-is-pure',
      'no React, database or framework in core: a package is named here before core may use it',
      { path: '^core/', pathNot: '[.]test[.]ts$' },
      {
        path: 'node_modules/',
        pathNot: 'node_modules/(@types/)?(zod|yjs|lib0|y-protocols|d3-scale)(/|$)',
      },
    ),
    rule(
      'core-without-node',
      'no Node API in core, which runs in browsers',
      { path: '^core/', pathNot: '[.]test[.]ts$' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'db-knows-core-only',
      'tables know the domain, nothing above',
      { path: '^db/' },
      { path: '^(app|server|ui|e2e|bench|scripts)/' },
    ),
    rule(
      'server-below-pages',
      'the server does not know its pages',
      { path: '^server/' },
      { path: '^(app|ui|e2e|bench)/' },
    ),
    rule(
      'ui-takes-types-from-server',
      'code of the server never reaches a browser',
      { path: '^ui/' },
      { path: '^server/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'ui-not-db',
      'pages speak to tables through tRPC',
      { path: '^(ui|app)/' },
      { path: '^db/' },
    ),
    rule(
      'ui-not-app',
      'components do not know routes',
      { path: '^ui/' },
      { path: '^(app|e2e|bench|scripts)/' },
    ),
    rule(
      'ui-through-index',
      'a part of the interface is entered through its index',
      { path: '^ui/([^/]+)/' },
      { path: '^ui/([^/]+)/', pathNot: ['^ui/$1/', '^ui/[^/]+/index[.]tsx?$'] },
    ),
    rule(
      'tables-have-owners',
      'only use-cases, jobs and room persistence touch tables',
      {
        path: '^server/',
        pathNot: [
          '^server/(lab|jobs|auth)/',
          '^server/realtime/persistence',
          '^server/(main|health|context|services)[.]ts$',
          '[.]test[.]ts$',
          '^server/testing/',
        ],
      },
      { path: '^db/schema/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^([.]next|[.]latentome|gpu-worker|public)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
