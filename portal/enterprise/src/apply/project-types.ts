/** The kinds of project that the list of items distinguishes, as the plan names them. */
export const projectTypes = [
  { value: 'SOCIAL_GENERAL', zh: '一般社会投资', en: 'Private investment, general' },
  { value: 'SOCIAL_SMALL', zh: '社会投资小型低风险', en: 'Private investment, small and of low risk' },
  { value: 'SOCIAL_WITH_SCHEME', zh: '带方案出让用地社会投资', en: 'Private investment on land sold with its scheme' },
  { value: 'INDUSTRIAL_STANDARD_LAND', zh: '工业标准地拿地即开工', en: 'Industrial standard land' },
  { value: 'GOV_BUILDING', zh: '政府投资房屋建筑', en: 'Government investment, buildings' },
  { value: 'GOV_LINEAR', zh: '政府投资市政线性工程', en: 'Government investment, line works' },
  { value: 'ENTERPRISE', zh: '企业经营事项（非工程）', en: 'Enterprise operation (no works)' },
] as const;

/** The stages in which a project is approved. */
export const stages = [
  { value: 'LX', zh: '立项用地规划许可阶段', en: 'Initiation and land-use permit' },
  { value: 'GC', zh: '工程建设许可阶段', en: 'Engineering permit' },
  { value: 'SG', zh: '施工许可阶段', en: 'Construction permit' },
  { value: 'JG', zh: '竣工验收阶段', en: 'Completion acceptance' },
  { value: 'QY', zh: '企业经营与服务事项', en: 'Enterprise items' },
] as const;
