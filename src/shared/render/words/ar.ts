import type { PageWords } from './page-words'

/** Three to ten of a thing take its plural, more take its singular. */
function minutesInWords(minutes: number): string {
  if (minutes === 1) return 'دقيقة واحدة'
  if (minutes === 2) return 'دقيقتان'
  const few = minutes % 100 >= 3 && minutes % 100 <= 10
  return `${minutes} ${few ? 'دقائق' : 'دقيقة'}`
}

export const ar: PageWords = {
  locale: 'ar_AR',
  by: 'بقلم ',
  comma: '، ',
  and: ' و',
  readTime: (minutes) => `${minutesInWords(minutes)} للقراءة`,
  updated: 'حُدِّث في ',
  avatarOf: (name) => `صورة ${name}`,
  aboutAuthors: (count) => (count === 1 ? 'عن الكاتب' : 'عن الكتّاب'),
  corrections: (count) => (count === 1 ? 'تصحيح' : 'تصحيحات'),
  withdrawn: 'سُحب هذا المقال.',
  withdrawnOn: ['سُحب هذا المقال في ', '.'],
  tags: 'الوسوم',
  share: 'مشاركة',
  email: 'البريد الإلكتروني',
  copyLink: 'نسخ الرابط',
  copied: 'نُسخ الرابط',
  shareByDevice: 'طرق أخرى للمشاركة',
  notes: 'الحواشي',
  note: (number) => `حاشية ${number}`,
  backToText: 'العودة إلى النص',
  facts: 'معلومات',
  table: 'جدول',
  pictures: 'صور',
  related: 'اقرأ أيضًا: ',
  relatedArticles: 'مقالات ذات صلة',
  skipToArticle: 'انتقل إلى المقال',
  skipToNotice: 'انتقل إلى الإشعار',
  quotes: ['«', '»', '“', '”'],
}
