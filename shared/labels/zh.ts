import type { Labels } from './labels.ts';

export const zh: Labels = {
  'press-release': '新闻稿',
  statement: '声明',
  transcript: '文字实录',
  interview: '专访',
  'media-reply': '答记者问',
  'event-notice': '活动预告',

  question: ['问', '提问', '问题'],
  answer: ['答', '回答'],

  verbatim: '讲话实录',
  'as-drafted': '以现场讲话为准',
  notes: '讲话要点，以现场讲话为准',

  skipToContent: '跳到正文',
  languages: '语言',
  latest: '最新动态',
  allMessages: '全部消息',
  contacts: '联系方式',
  feed: 'Atom 订阅',

  news: '新闻发布',
  nothingYet: '暂无发布内容。',

  corrected: '已更正',
  correction: '更正',
  edition: '版次',
  speakers: '发言人',
  when: '时间',
  where: '地点',
  topics: '主题',
  enquiries: '媒体联络',
  firstPublished: '首次发布',
  lastChanged: '最近修改',
  permanentAddress: '固定网址',
  otherFormats: '其他格式',
  plainText: '纯文本',
  linkCopied: '链接已复制',

  notFound: '此网址没有内容',
  notFoundExplained: '网址可能有误，或相关内容尚未发布。',
  goToFrontPage: '返回首页',
};
