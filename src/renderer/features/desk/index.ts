export { UiEmptyState as DeskView } from '../../ui'
