export { UiEmptyState as PeopleView } from '../../ui'
