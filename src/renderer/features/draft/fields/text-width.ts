/** The typeface of search results, and what stands in for it where it is not installed. */
const typeface = "Arial, 'Liberation Sans', Helvetica, sans-serif"

let canvas: CanvasRenderingContext2D | null | undefined

/** Measures texts in the typeface of search results, in CSS pixels. */
export const textWidth =
  (fontSize: number) =>
  (text: string): number => {
    canvas ??= document.createElement('canvas').getContext('2d')
    // Without a canvas, as in tests: letters of Arial are half as wide as they are high on average.
    if (!canvas) return text.length * fontSize * 0.5
    canvas.font = `${fontSize}px ${typeface}`
    return canvas.measureText(text).width
  }
