import type { PageWords, SiteWords } from './page-words'

/** Three to ten of a thing take its plural, more take its singular. */
function minutesInWords(minutes: number): string {
  if (minutes === 1) return 'دقيقة واحدة'
  if (minutes === 2) return 'دقيقتان'
  const few = minutes % 100 >= 3 && minutes % 100 <= 10
  return `${minutes} ${few ? 'دقائق' : 'دقيقة'}`
}

const site: SiteWords = {
  sections: 'الأقسام',
  links: 'روابط',
  ways: 'الموقع',
  archive: 'الأرشيف',
  search: 'بحث',
  skipToArticles: 'انتقل إلى المقالات',
  skipToSearch: 'انتقل إلى البحث',
  skipToPage: 'انتقل إلى الصفحة',
  articles: 'المقالات',
  newer: 'الأحدث',
  older: 'الأقدم',
  pages: 'الصفحات',
  nothingYet: 'لم يُنشر شيء بعد.',
  nothingHere: 'لم يُنشر شيء هنا بعد.',
  undated: 'بلا تاريخ',
  allMonths: 'كل الأشهر',
  searchedWords: 'كلمات',
  needsScript: 'يحتاج البحث إلى تشغيل البرامج النصية.',
  lookThroughArchive: 'تصفح الأرشيف',
  found: 'عدد المقالات التي وُجدت: ',
  nothingFound: 'لا يوجد مقال فيه كل هذه الكلمات.',
  indexUnread: 'لا يستطيع البحث قراءة قائمة المقالات هنا.',
  noSuchPage: 'لا توجد صفحة كهذه',
  mayHaveMoved: 'ربما نُقلت الصفحة أو كُتب العنوان خطأً.',
  goToFront: 'إلى الصفحة الرئيسية',
  hasMoved: 'نُقلت هذه الصفحة',
  isNowAt: 'تجدها الآن هنا: ',
  pageOf: (page, pages) => `صفحة ${page} من ${pages}`,
  articleCount: (count) => `عدد المقالات: ${count}`,
}

export const ar: PageWords = {
  site,
  locale: 'ar_AR',
  by: 'بقلم ',
  comma: '، ',
  and: ' و',
  readTime: (minutes) => `${minutesInWords(minutes)} للقراءة`,
  updated: 'حُدِّث في ',
  avatarOf: (name) => `صورة ${name}`,
  aboutAuthors: (count) => (count === 1 ? 'عن الكاتب' : 'عن الكتّاب'),
  corrections: (count) => (count === 1 ? 'تصحيح' : 'تصحيحات'),
  withdrawnTitle: 'مقال مسحوب: ',
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
