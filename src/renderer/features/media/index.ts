export { UiEmptyState as MediaView } from '../../ui'
