import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const tests = ['**/*.test.ts', 'e2e/**', 'bench/**']

/** `no-restricted-syntax` and its like do not merge: what a file is allowed decides its whole list. */
const htmlSinks = [
  {
    selector:
      'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/], AssignmentExpression > MemberExpression.left[property.value=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Text becomes HTML only in the page renderer and the one preview file.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/], CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: 'Text becomes HTML only in the page renderer and the one preview file.',
  },
]
const defaultExports = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Name what you export: default exports lose their name at each import.',
  },
]
const languageData = [
  {
    selector:
      'CallExpression[callee.property.name=/^(toLocaleString|toLocaleDateString|toLocaleTimeString|localeCompare|toLocaleLowerCase|toLocaleUpperCase)$/]',
    message: 'ICU differs between Node, Electron and Chromium: the core must not depend on it.',
  },
]
const currentTime = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'Time enters the core as an argument.',
  },
]
const ipcMain = {
  name: 'electron',
  importNames: ['ipcMain'],
  message: 'ipcMain is used in hosts/electron/ipc.ts only.',
}
const ipcRenderer = {
  name: 'electron',
  importNames: ['ipcRenderer'],
  message: 'ipcRenderer is used in the preload only.',
}

/** Rules that need types; they cost most of lint's time, so only those that catch real faults. */
const typedRules = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
  ],
}

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', '.cache/', 'test-results/', 'playwright-report/', 'screenshots/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },

  {
    files: ['**/*.{ts,mjs,cjs,vue}'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: globals.node } },

  {
    files: ['**/*.{ts,vue}'],
    extends: [tseslint.configs.strict, vue.configs['flat/recommended']],
    languageOptions: {
      parserOptions: {
        project: ['shared', 'main', 'preload', 'renderer', 'tests'].map((layer) => `tsconfig.${layer}.json`),
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      ...typedRules,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Undefined names are the type checker's business.
      'no-undef': 'off',
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/no-unused-refs': 'error',
      // The type already says that an optional prop may be undefined.
      'vue/require-default-prop': 'off',
    },
  },
  vue.configs['no-layout-rules'],

  // What each layer may not do.
  {
    files: ['src/**/*.{ts,vue}'],
    rules: {
      'no-restricted-syntax': ['error', ...htmlSinks],
      'no-restricted-imports': ['error', { paths: [ipcMain, ipcRenderer] }],
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...htmlSinks, ...defaultExports] } },
  {
    files: ['src/shared/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Intl', message: 'ICU differs between Node, Electron and Chromium.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time enters the core as an argument.' },
        { object: 'Math', property: 'random', message: 'The core gives the same answer each time.' },
      ],
      'no-restricted-syntax': ['error', ...htmlSinks, ...defaultExports, ...languageData, ...currentTime],
    },
  },
  { files: ['src/shared/**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['src/renderer/features/preview/page-frame.ts'],
    rules: { 'no-restricted-syntax': ['error', ...defaultExports] },
  },
  {
    files: ['src/main/hosts/electron/ipc.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [ipcRenderer] }] },
  },
  {
    files: ['src/preload/**/*.ts'],
    ignores: tests,
    rules: {
      // electron.d.ts brings Node's types with it, so the type checker lets these pass.
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'require',
        'global',
        'setImmediate',
        '__dirname',
      ],
    },
  },
  {
    files: ['src/preload/index.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [ipcMain] }] },
  },
  {
    files: ['src/main/hosts/**', 'src/main/{index,browser,cli}.ts', 'src/main/cli/**', 'bin/**', ...tests],
    rules: { 'no-console': 'off' },
  },
  // Playwright reads which fixtures a fixture needs from this very pattern.
  { files: ['e2e/fixtures.ts'], rules: { 'no-empty-pattern': 'off' } },
  { files: tests, rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
)
