export { UiEmptyState as SettingsView } from '../../ui'
