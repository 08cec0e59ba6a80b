export { useLanguage } from './language-store'
export { createChecker, makeCheckingWorker, type Checker } from './checker'
export { kindNames, replacementInWords, severityNames } from './finding-words'
