/** Endings of the pictures that a library keeps, without their dots. */
export const keptEndings: readonly string[] = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif']
