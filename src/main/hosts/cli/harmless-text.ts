/**
 * Text as a terminal may be given it: what would move the cursor, colour the screen or ring the bell is shown as a
 * space, since headlines and file names come from anywhere. Line breaks and tabs stay.
 */
export const harmlessText = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' ')
