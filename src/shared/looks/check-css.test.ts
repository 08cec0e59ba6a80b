import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultBranding } from '../site/branding'
import { checkCss } from './check-css'
import { contrastOfCss, contrastRatio, nearestReadable, ratioWords, readableContrast } from './colours'

const check = (css: string) => checkCss({ ...defaultBranding, css })
const faultsOf = (css: string): string => check(css).faults.join(' ')
const warningsOf = (css: string): string[] => check(css).warnings.map(({ text }) => text)

describe('a newsroom’s own style', () => {
  it('may be anything that keeps to the page', () => {
    const css = `
      .headline { font-style: italic; letter-spacing: 0; }
      @media (min-width: 60rem) { .fact-box { width: 30rem; & p { color: var(--ink); } } }
      @media (prefers-color-scheme: dark) { .byline { color: #eee } }
      .pull-quote::before { content: "“"; background: url("data:image/png;base64,AAAA"); }
      .share { background: url(#mark) }
      @supports (display: grid) { .teasers { max-width: 900px } }`
    expect(check(css)).toEqual({ faults: [], warnings: [] })
  })

  it.each([
    ['a{', 'not closed with “}”'],
    ['a{color:red;}}', 'closes nothing'],
    ['a{;color red}', 'Line 1'],
    ['/* for ever', 'a comment is not closed'],
    ['a{content:"x\n}', 'not closed'],
    ['a{}\n@import "x.css";', 'Line 2: @import'],
    ['@\\69mport url(data:text/css,a{});', '@import'],
    ['@font-face{font-family:x;src:url(data:font/woff2,x)}', '@font-face'],
    ['a{background:url(http://tracker.example/x.png)}', 'tracker.example'],
    ['a{background:url( "//tracker.example" )}', 'tracker.example'],
    ['a{background:u\\72l(http://tracker.example)}', 'escapes'],
    ['a{background:image-set("https://tracker.example" 1x)}', 'tracker.example'],
    ['a{--x:url(https://tracker.example)}', 'tracker.example'],
    ['a{background:URL(media/x.jpg)}', 'media/x.jpg'],
    ['a{content:"</style><script>"}', 'end the style'],
  ])('is refused: %s', (css, words) => {
    expect(faultsOf(css)).toContain(words)
  })

  it.each([
    ['body{background:#000}', 'Text (--ink) on the light page'],
    [':root{--quiet:#bbb}', 'Quiet text (--quiet) on the light page'],
    ['.standfirst{color:#ccc}', '.standfirst on the light page'],
    ['.fact-box{background:#111}', '.fact-box on the light page'],
    ['.fact-box p{color:#f4f1ec}', '.fact-box p on the light page'],
    ['.site-footer{background:#777;color:#888}', '.site-footer on the light page'],
    ['a{color:rgb(0 0 0 / 30%)}', 'a on the light page'],
    ['.byline{color:#333}', '.byline on the dark page'],
  ])('is warned of text too faint: %s', (css, words) => {
    expect(warningsOf(css).join('\n')).toContain(words)
  })

  it('is warned of a page only where its rule holds', () => {
    const dark = '@media (prefers-color-scheme:dark){.byline{color:#444}}'
    expect(warningsOf(dark)).toEqual([expect.stringContaining('.byline on the dark page: contrast')])
  })

  it.each([
    // The theme’s rule for the dark page weighs more.
    [':root{--paper:#fff;--ink:#000}', []],
    ['.standfirst{color:#555!important}.standfirst{color:#ccc}', ['dark']],
    ['.article .standfirst{color:#555}.standfirst{background:#fff}', ['dark']],
    ['.fact-box.fact-box{background:#fff;color:#000}.fact-box{background:#111}', []],
    ['#main .byline{color:#ccc}.byline{color:#555}', ['light', 'dark']],
    [':where(.byline){color:#ccc}', []],
  ])('is judged by what weighs more, not by what comes later: %s', (css, schemes) => {
    expect(warningsOf(css).map((text) => /on the (dark|light) page/.exec(text)?.[1])).toEqual(schemes)
  })

  it.each([
    ['.body{width:900px}', 'wider than a telephone'],
    ['.body{min-width:40rem}', 'wider than a telephone'],
    ['.site-header{position:fixed}', 'stays in the window'],
    ['.site-header{display:none}', 'hides'],
    ['main{visibility:hidden}', 'hides'],
    ['html{overflow-x:hidden}', 'cuts off'],
    ['.credit{font-size:7px}', 'smaller than'],
    ['a:focus-visible{outline:none}', 'focus'],
  ])('is warned of what breaks the layout: %s', (css, words) => {
    expect(warningsOf(css).join('\n')).toContain(words)
  })

  it('says the line', () => {
    expect(check('a{}\n\n.body{width:900px}').warnings[0]?.line).toBe(3)
  })

  it('is read to its end whatever it is', () => {
    const pieces = fc.constantFrom(
      ...['{', '}', '(', ')', 'url(', '"', "'", '/*', '*/', '@media ', '@import ', '\\', ';', ':', '&'],
      ...['.body', 'color', 'var(--x)', '#000', '--x', '<', '</', '\n', 'x', '!important', 'print'],
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (css) => {
          expect(check(css).faults.every((one) => one.length > 0)).toBe(true)
        },
      ),
    )
  })

  it('asks for nothing from elsewhere, however the address is written', () => {
    const written = fc.constantFrom(
      (at: string) => `url(${at})`,
      (at: string) => `url("${at}")`,
      (at: string) => `image-set('${at}' 1x)`,
      (at: string) => `-webkit-image-set(url(${at}) 2x)`,
      (at: string) => `var(--x, url(${at}))`,
      (at: string) => `UrL( ${at} )`,
    )
    const address = fc.constantFrom('https://a.example/x', '//a.example', '/x.png', 'x', 'ftp:x')
    const property = fc.constantFrom('background', '--mine', 'cursor', 'mask-image', 'content')
    fc.assert(
      fc.property(written, address, property, (write, at, name) => {
        expect(check(`.body { color: red; ${name}: ${write(at)} }`).faults).not.toEqual([])
      }),
    )
  })
})

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`)

describe('colours', () => {
  it('have the contrast that WCAG says', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrastRatio('#a3201c', '#A3201C')).toBe(1)
    expect(contrastRatio('#767676', '#ffffff')).toBeGreaterThanOrEqual(readableContrast)
    expect(contrastRatio('#777777', '#ffffff')).toBeLessThan(readableContrast)
    expect(contrastRatio('red', '#ffffff')).toBeNull()
    expect(contrastOfCss('white', 'rgb(0 0 0)')).toBeCloseTo(21)
    expect(contrastOfCss('currentColor', '#fff')).toBeNull()
  })

  it('are never rounded up to a passing contrast', () => {
    expect(ratioWords(4.499)).toBe('4.4 : 1')
    expect(ratioWords(4.5)).toBe('4.5 : 1')
  })

  it('have a nearest one that reads well on any ground, which is the same where they read well already', () => {
    fc.assert(
      fc.property(colours, colours, (colour, ground) => {
        const near = nearestReadable(colour, ground)
        expect(contrastRatio(near, ground)).toBeGreaterThanOrEqual(readableContrast)
        expect(nearestReadable(near, ground)).toBe(near)
      }),
      { numRuns: 60 },
    )
  })
})
