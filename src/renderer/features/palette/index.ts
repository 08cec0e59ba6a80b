export { default as CommandPalette } from './CommandPalette.vue'
export { default as ShortcutSheet } from './ShortcutSheet.vue'
