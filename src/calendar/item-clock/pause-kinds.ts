/** The eight procedures whose time 许可法 45 takes out of the limit, with their names. */
export const pauseKinds = {
  hearing: { zh: '听证', en: 'hearing' },
  tender: { zh: '招标', en: 'tender' },
  auction: { zh: '拍卖', en: 'auction' },
  inspection: { zh: '检验', en: 'inspection' },
  testing: { zh: '检测', en: 'testing' },
  quarantine: { zh: '检疫', en: 'quarantine' },
  appraisal: { zh: '鉴定', en: 'appraisal' },
  expertReview: { zh: '专家评审', en: 'expert review' },
} as const;

export type PauseKind = keyof typeof pauseKinds;

export function isPauseKind(kind: string): kind is PauseKind {
  return Object.hasOwn(pauseKinds, kind);
}
