export * from './contract'
export * from './galley'
export * from './shapes'
export type { TemplateInfo } from './template-requests'
export type { ImportedFile } from './import-requests'
export type { LockView } from './lock-requests'
export type {
  AddedPicture,
  PictureUse,
  ReplacedIn,
  ReplacementReport,
  StoredPicture,
} from './media-requests'
export type { NamedStyle } from './language-requests'
export type { RevisionInfo } from './version-requests'
