/** The articles that the clocks cite. Names of laws are official titles; the text shown to people is Chinese. */
export const articles = {
  /** What happens to papers: correction once, and acceptance from receipt when the notice is late. */
  oneNotice: '《中华人民共和国行政许可法》第三十二条第一款第四项',
  acceptWhenComplete: '《中华人民共和国行政许可法》第三十二条第一款第五项',
  limit: '《中华人民共和国行政许可法》第四十二条',
  delivery: '《中华人民共和国行政许可法》第四十四条',
  excluded: '《中华人民共和国行政许可法》第四十五条',
  workingDays: '《中华人民共和国行政许可法》第八十二条',
  firstDay: '《中华人民共和国民事诉讼法》第八十五条（参照适用）',
  holidays: '《全国年节及纪念日放假办法》第二条、第七条',
  localHolidays: '《全国年节及纪念日放假办法》第四条',
  projectTarget: '和林格尔新区“六个一”一站式审批全流程时限承诺',
} as const;
