// Who may import whom: renderer → shared ← main, and within main: hosts → desk → services → (ports) ← adapters.
// Type-only imports count too, except where a rule says otherwise. Tests may reach further than what they test.
const tests = '[.]test[.]ts$'
const adapters = '^src/main/(storage|export|media|importers)/'
const entries = '^src/main/(index|browser|cli)[.]ts$'
const valuesOnly = { dependencyTypesNot: ['type-only'] }

const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`
/** A path, or `[path, except]`. */
const where = (place) => (Array.isArray(place) ? { path: place[0], pathNot: place[1] } : { path: place })
const forbid = (name, from, to, extra = {}) => ({
  name,
  severity: 'error',
  from: where(from),
  to: { ...where(to), ...extra },
})
const forbidNode = (name, from) => ({
  name,
  severity: 'error',
  from: where(from),
  to: { dependencyTypes: ['core'] },
})

module.exports = {
  forbidden: [
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    forbid('src-stands-alone', '^src/', '^(bin|e2e|bench|out)/'),

    forbid('shared-stands-alone', '^src/shared/', '^src/(main|preload|renderer)/'),
    forbid(
      'shared-knows-no-framework',
      '^src/shared/',
      packages('electron', 'vue', 'pinia', 'lowdb', 'sharp', '@vue/[^/]+', '@vueuse/[^/]+', 'vue-router'),
    ),
    forbidNode('shared-uses-no-node', ['^src/shared/', tests]),

    forbid('main-knows-no-window', '^src/main/', '^src/(renderer|preload)/'),
    forbid('services-know-only-ports', ['^src/main/services/', tests], ['^src/main/', '^src/main/services/']),
    forbid(
      'services-touch-no-edge',
      ['^src/main/services/', tests],
      packages('electron', 'lowdb', 'sharp', 'yazl', 'yauzl'),
    ),
    forbidNode('services-use-no-node', ['^src/main/services/', tests]),
    forbid(
      'adapters-know-only-ports',
      [adapters, tests],
      ['^src/main/services/', '^src/main/services/(ports/|[a-z-]*ports[.]ts$)'],
    ),
    forbid('adapters-drive-nothing', [adapters, tests], `^src/main/(hosts/|desk[.]ts$)|${entries}`),
    forbid(
      'hosts-know-only-the-desk',
      ['^src/main/hosts/', tests],
      `^src/main/services/|${adapters}`,
      valuesOnly,
    ),
    forbid('entries-know-only-hosts-and-desk', entries, `^src/main/services/|${adapters}`),
    forbid('nobody-imports-an-entry', '^src/', entries),
    forbid('desk-knows-no-host', ['^src/main/desk[.]ts$', tests], '^src/main/hosts/'),

    forbid(
      'electron-at-the-edge',
      ['^src/', '^src/main/(index[.]ts$|hosts/electron/)|^src/preload/'],
      packages('electron'),
    ),
    forbid('lowdb-in-storage', ['^src/', '^src/main/storage/'], packages('lowdb', 'steno')),

    forbid(
      'preload-carries-only-the-wire',
      '^src/preload/',
      ['^src/', '^src/preload/|^src/shared/contract/wire[.]ts$'],
      valuesOnly,
    ),
    forbid('preload-knows-no-main', '^src/preload/', '^src/(main|renderer)/'),
    forbid(
      'preload-requires-only-electron',
      ['^src/preload/', tests],
      ['(^|/)node_modules/', packages('electron')],
    ),
    forbidNode('preload-uses-no-node', ['^src/preload/', tests]),

    forbid('renderer-knows-only-shared', '^src/renderer/', '^src/(main|preload)/'),
    forbidNode('renderer-uses-no-node', ['^src/renderer/', tests]),
    forbid(
      'a-feature-has-one-door',
      ['^src/renderer/', '^src/renderer/features/'],
      ['^src/renderer/features/[^/]+/', '^src/renderer/features/[^/]+/index[.]ts$'],
    ),
    forbid('features-meet-at-the-door', '^src/renderer/features/([^/]+)/', [
      '^src/renderer/features/[^/]+/',
      '^src/renderer/features/($1/|[^/]+/index[.]ts$)',
    ]),
    forbid('ui-knows-no-feature', '^src/renderer/ui/', '^src/renderer/features/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    // Without conditionNames, ESM-only packages (lowdb) stay unresolved and slip past every rule.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.vue', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
}
