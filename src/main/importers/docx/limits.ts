/** What a Word file may cost. A newsroom's longest document stays far below; what exceeds them is made to. */
export const docxLimits = {
  /** Bytes of the file, and of everything in it unpacked. */
  bytes: 50 * 1024 * 1024,
  /** How often larger than its packed form a part may be; parts below `smallPart` bytes may be anything. */
  ratio: 200,
  smallPart: 256 * 1024,
  entries: 2000,
  milliseconds: 10_000,
  /** Bytes of memory of the whole process that reads it, and of JavaScript’s own share. */
  memory: 512 * 1024 * 1024,
  heap: 320 * 1024 * 1024,
  /** Characters of the HTML it becomes: some 400,000 words. */
  characters: 4_000_000,
  pictures: 500,
}

export const tooLarge = 'it is larger than 50 MB'
export const tooManyEntries = 'it holds more than 2,000 parts'
export const bombed = 'a part of it unpacks to more than 200 times its size, as no honest Word file does'
export const tooLargeUnpacked = 'it unpacks to more than 50 MB'
export const tooSlow = 'reading it took longer than 10 seconds'
export const tooHungry = 'reading it needs more than 512 MB of memory'
export const tooLong = 'it holds more text than an article can'
