import sharp from 'sharp'

/** A PNG of one colour, drawn here and now. Width and height in pixels. */
export function plainPicture(colour: string, width = 1200, height = 800): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer()
}
