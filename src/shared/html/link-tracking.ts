/** Parts of a query that only tell who clicked where; names as the trackers' own documents give them. */
const trackers = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid msclkid yclid ysclid twclid ttclid igshid igsh ' +
    'li_fat_id mc_cid mc_eid mkt_tok _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id vero_conv oly_anon_id ' +
    'oly_enc_id rb_clickid s_cid wickedid epik srsltid _openstat _ga _gl ml_subscriber ml_subscriber_hash ' +
    'bsft_clkid bsft_uid guce_referrer guce_referrer_sig mibextid wt_mc wt_zmc cmpid ocid icid ncid'
  ).split(' '),
)
const isTracker = (name: string): boolean =>
  /^(utm|mtm|pk|hsa|matomo|piwik|itm)_/.test(name) || trackers.has(name)

/** An address without what only tracks whoever follows it; everything else stays as it was written. */
export function withoutTracking(address: string): string {
  const [, before = '', query, hash = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(target(address)) ?? []
  if (query === undefined) return target(address)
  const kept = query.split('&').filter((part) => !isTracker(nameIn(part)))
  return `${before}${kept.length > 0 ? `?${kept.join('&')}` : ''}${hash}`
}

const nameIn = (part: string): string => decoded(part.split('=', 1)[0] ?? '').toLowerCase()

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Where a link through Google's or Facebook's counting page leads. */
function target(address: string): string {
  const [, query] =
    /^https?:\/\/(?:www\.google\.[a-z.]{2,6}\/url|lm?\.facebook\.com\/l\.php)\?([^#]*)/i.exec(address) ?? []
  const [, led = ''] = /(?:^|&)(?:q|url|u)=([^&]+)/.exec(query ?? '') ?? []
  return /^https?:\/\//i.test(decoded(led)) ? decoded(led) : address
}
