export { default as DeskCommands } from './DeskCommands.vue'
export { default as DeskView } from './DeskView.vue'
