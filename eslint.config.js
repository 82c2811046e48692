import eslint from '@eslint/js';
import angular from 'angular-eslint';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', '**/*.harness.ts', 'packages/testing/**/*.ts', 'apps/e2e/**/*.ts'];

/** Which part of the repository may import which; what is not listed is refused. */
const ARROWS = [
  ['domain', []],
  ['contract', ['domain']],
  ['api', ['domain', 'contract']],
  ['web', ['domain', 'contract']],
  ['dev-postgres', []],
  ['dev-identity', []],
  ['dev-mail', []],
  ['testing', ['domain', 'contract', 'dev-postgres', 'dev-identity', 'dev-mail']],
  ['e2e', ['domain', 'contract', 'testing']],
];

/** Layers of the web: a feature imports no other feature. */
const WEB_LAYERS = [
  { folder: 'core', above: ['ui', 'pattern', 'feature'] },
  { folder: 'ui', above: ['pattern', 'feature'] },
  { folder: 'pattern', above: ['feature'] },
];

/** Import addresses of the workspaces a part may not name. */
function forbiddenPackages([name, allowed]) {
  const others = ARROWS.map(([other]) => other).filter(
    (other) => other !== name && !allowed.includes(other),
  );
  return others.flatMap((other) => [`@enlace/${other}`, `@enlace/${other}/*`]);
}

function arrow([name, allowed]) {
  const folder = ['api', 'web', 'e2e'].includes(name) ? 'apps' : 'packages';
  return {
    files: [`${folder}/${name}/**/*.ts`],
    ignores: [...SPECS],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: forbiddenPackages([name, allowed]),
              message: `${name} imports only: ${allowed.join(', ') || 'nothing of the repository'}.`,
            },
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/.angular/**',
      '**/generated/**',
      '**/coverage/**',
      '.data/**',
      '.cache/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['apps/web/public/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.ts'],
    extends: [
      eslint.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Spreading a text into characters is fine: those we take apart are digits and letters.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // noPropertyAccessFromIndexSignature is off, so both spellings are plain.
      '@typescript-eslint/dot-notation': 'off',
      // Nest's modules and Angular's components are classes that hold only a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a constant array and its union type.' },
      ],
    },
  },
  {
    files: ['**/*.{ts,mjs}'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: SPECS,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  ...ARROWS.map(arrow),
  {
    files: ['apps/web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  ...WEB_LAYERS.map(({ folder, above }) => ({
    files: [`apps/web/src/app/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: above.map((layer) => `**/${layer}/**`), message: 'Layers point down.' },
          ],
        },
      ],
    },
  })),
  {
    files: ['apps/web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
);
