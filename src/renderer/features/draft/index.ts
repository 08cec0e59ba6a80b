export { UiEmptyState as DraftView } from '../../ui'
