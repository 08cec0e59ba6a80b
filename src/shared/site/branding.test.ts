import { describe, expect, it } from 'vitest'
import { letterIcon, iconAt, iconLinks, iconPath, iconsOf } from '../render/site-icons'
import { defaultBranding } from './branding'
import { emptyFront } from './front'
import { defaultSettings, settingsSchema } from './settings'
import { isLinkAddress } from './site-links'

describe('a site’s looks', () => {
  it('are read from settings of earlier versions, which knew fewer', () => {
    const { site, ...rest } = defaultSettings('The Echo')
    const { accentLight, accentDark, logo } = site.branding
    const { headerLinks: _links, footerLinks: _more, front: _front, ...before } = site
    const read = settingsSchema.parse({
      ...rest,
      site: { ...before, branding: { accentLight, accentDark, logo } },
    })
    expect(read.site.branding).toEqual(defaultBranding)
    expect([read.site.headerLinks, read.site.footerLinks, read.site.front]).toEqual([[], [], emptyFront])
  })

  it('have links that lead to the web, to mail, or to a place on the site', () => {
    const sound = ['https://a.example/b', 'mailto:desk@a.example', 'tel:+441', '/about/']
    expect(sound.filter((one) => !isLinkAddress(one))).toEqual([])
    const others = ['javascript:alert(1)', '//a.example', 'about', '', 'https://', 'data:text/html,x', '/a b']
    expect(others.filter(isLinkAddress)).toEqual([])
  })

  it('have icons of the favicon, or of the first letter', () => {
    const { site } = defaultSettings('Écho & Sons')
    expect(iconsOf(site)).toEqual([])
    expect(letterIcon(site).text).toContain('>É</text>')
    expect(iconLinks(site)).toMatchObject([{ rel: 'icon', path: letterIcon(site).path }])
    const pictured = { ...site, branding: { ...site.branding, favicon: 'a'.repeat(64) } }
    expect(iconLinks(pictured).map(({ rel, sizes }) => [rel, sizes])).toEqual([
      ['icon', '32x32'],
      ['apple-touch-icon', '180x180'],
      ['icon', '512x512'],
    ])
    for (const icon of iconsOf(pictured)) expect(iconAt(iconPath(icon))).toEqual(icon)
    expect(iconAt(`media/${'a'.repeat(64)}-icon-33.png`)).toBeNull()
  })
})
