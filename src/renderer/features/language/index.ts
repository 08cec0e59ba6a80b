export { useLanguage } from './language-store'
export { createChecker, makeCheckingWorker } from './checker'
export { kindNames, replacementInWords, severityNames } from './finding-words'
