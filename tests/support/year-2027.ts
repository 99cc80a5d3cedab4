/** What the State Council might publish for 2027; New Year's Day alone matters here. */
export const year2027 = {
  year: 2027,
  document: { number: '国办发明电〔2026〕（测试）', title: '国务院办公厅关于2027年部分节假日安排的通知（测试）', issuedBy: '国务院办公厅', issuedOn: '2026-11-04' },
  holidays: [
    { name: '元旦', nameEn: "New Year's Day", from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', nameEn: 'Spring Festival', from: '2027-02-05', to: '2027-02-12' },
    { name: '清明节', nameEn: 'Qingming Festival', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', nameEn: 'Labour Day', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', nameEn: 'Dragon Boat Festival', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', nameEn: 'Mid-Autumn Festival', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', nameEn: 'National Day', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUpWorkdays: [] as { date: string; for: string }[],
};
