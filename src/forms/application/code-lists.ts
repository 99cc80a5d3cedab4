import type { LabelledValue } from '../field-registry.js';

/** The fixed lists of the one form. A value is stored for ever; labels may be reworded. */

export const flowTypes = list(
  ['GOV_BUILDING', '政府投资房屋建筑', 'Government-investment building'],
  ['GOV_LINEAR', '政府投资市政线性工程', 'Government-investment linear works'],
  ['SOCIAL_GENERAL', '一般社会投资', 'General social investment'],
  ['SOCIAL_SMALL', '社会投资小型低风险', 'Small low-risk social investment'],
  ['SOCIAL_WITH_SCHEME', '带方案出让用地社会投资', 'Social investment on land sold with its scheme'],
  ['INDUSTRIAL_STANDARD_LAND', '工业标准地拿地即开工', 'Industrial standard land, start on land delivery'],
);

export const initiationTypes = list(['approval', '审批', 'Approval'], ['verification', '核准', 'Verification'], ['filing', '备案', 'Filing']);

export const investmentSources = list(['government', '政府', 'Government'], ['enterprise', '企业', 'Enterprise'], ['mixed', '混合', 'Mixed']);

export const fundNatures = list(
  ['fiscal', '财政资金', 'Fiscal funds'],
  ['stateOwned', '国有企业资金', 'Funds of a state-owned enterprise'],
  ['private', '民间资金', 'Private funds'],
  ['foreign', '外商投资', 'Foreign investment'],
  ['mixed', '混合资金', 'Mixed funds'],
);

export const constructionNatures = list(['new', '新建', 'New'], ['extension', '扩建', 'Extension'], ['rebuilding', '改建', 'Rebuilding'], ['relocation', '迁建', 'Relocation']);

export const organisationTypes = list(
  ['enterprise', '企业', 'Enterprise'],
  ['publicInstitution', '事业单位', 'Public institution'],
  ['governmentBody', '机关', 'Government body'],
  ['socialOrganisation', '社会组织', 'Social organisation'],
  ['soleTrader', '个体工商户', 'Sole trader'],
  ['other', '其他', 'Other'],
);

export const certificateTypes = list(
  ['identityCard', '居民身份证', 'Resident identity card'],
  ['passport', '护照', 'Passport'],
  ['hongKongMacaoPermit', '港澳居民来往内地通行证', 'Mainland travel permit for Hong Kong and Macao residents'],
  ['taiwanPermit', '台湾居民来往大陆通行证', 'Mainland travel permit for Taiwan residents'],
  ['residencePermit', '外国人永久居留身份证', 'Foreign permanent resident card'],
  ['other', '其他', 'Other'],
);

export const landSupplies = list(
  ['allocation', '划拨', 'Allocation'],
  ['sale', '出让', 'Sale'],
  ['lease', '租赁', 'Lease'],
  ['equity', '作价入股', 'Contribution as equity'],
  ['existing', '已有用地', 'Land already held'],
);

export const structures = list(
  ['frame', '框架结构', 'Frame'],
  ['frameShearWall', '框架-剪力墙结构', 'Frame and shear wall'],
  ['shearWall', '剪力墙结构', 'Shear wall'],
  ['steel', '钢结构', 'Steel'],
  ['masonry', '砌体结构', 'Masonry'],
  ['other', '其他', 'Other'],
);

export const buildingUses = list(
  ['industrial', '工业厂房', 'Factory'],
  ['dataCentre', '数据中心机房', 'Data centre'],
  ['storage', '仓储', 'Storage'],
  ['office', '办公', 'Office'],
  ['research', '科研', 'Research'],
  ['residential', '住宅', 'Residential'],
  ['commercial', '商业', 'Commercial'],
  ['public', '公共服务', 'Public service'],
  ['utility', '配套设施', 'Auxiliary facility'],
  ['other', '其他', 'Other'],
);

export const fireRatings = list(['one', '一级', 'Grade I'], ['two', '二级', 'Grade II'], ['three', '三级', 'Grade III'], ['four', '四级', 'Grade IV']);

export const eiaCategories = list(['report', '报告书', 'Report'], ['form', '报告表', 'Form'], ['registration', '登记表', 'Registration form'], ['none', '无需环评', 'None']);

export const fireHazards = list(['A', '甲类', 'Class A'], ['B', '乙类', 'Class B'], ['C', '丙类', 'Class C'], ['D', '丁类', 'Class D'], ['E', '戊类', 'Class E'], ['civil', '民用建筑（不适用）', 'Civil building (not applicable)']);

/** The kinds of special construction works of 建设工程消防设计审查验收管理暂行规定 art. 14, in short words. */
export const specialFireKinds = list(
  ['largeGathering', '大型人员密集场所', 'Large place of gathering'],
  ['energyHub', '大型发电、变配电工程', 'Large power generation or transformation'],
  ['postalTelecom', '邮政、通信、广播电视、防灾指挥调度等重要建筑', 'Post, telecommunication, broadcasting, emergency command'],
  ['publicTransport', '城市轨道交通、隧道工程', 'Urban rail and tunnels'],
  ['highRise', '一类高层住宅、高层公共建筑或大体量公共建筑', 'Class I high-rise or very large public building'],
  ['hazardousGoods', '生产、储存、装卸易燃易爆危险物品的场所', 'Production, storage or handling of dangerous goods'],
  ['other', '其他特殊建设工程', 'Other special works'],
);

export const participantRoles = list(
  ['survey', '勘察', 'Survey'],
  ['design', '设计', 'Design'],
  ['construction', '施工', 'Construction'],
  ['supervision', '监理', 'Supervision'],
  ['drawingReview', '施工图审查', 'Review of drawings'],
  ['testing', '检测', 'Testing'],
);

export const tenderMethods = list(
  ['open', '公开招标', 'Open tender'],
  ['invited', '邀请招标', 'Invited tender'],
  ['direct', '直接发包', 'Direct contract'],
  ['other', '其他', 'Other'],
);

export const occupiedFacilities = list(
  ['road', '城市道路', 'Urban road'],
  ['highway', '公路', 'Highway'],
  ['bridge', '城市桥梁', 'Urban bridge'],
  ['green', '城市绿地、树木', 'Green space and trees'],
  ['waterSupply', '公共供水设施', 'Water supply facilities'],
  ['drainage', '排水与污水处理设施', 'Drainage facilities'],
  ['sanitation', '环境卫生设施', 'Sanitation facilities'],
  ['waste', '建筑垃圾处置场所', 'Construction waste site'],
);

/** New or rebuilt roads are closed to digging for five years, overhauled ones for three (城市道路管理条例 art. 33). */
export const roadAges = list(
  ['older', '不在限制挖掘期内', 'Outside the period closed to digging'],
  ['newWithinFiveYears', '新建、扩建、改建竣工未满五年', 'Built or rebuilt within five years'],
  ['overhauledWithinThreeYears', '大修竣工未满三年', 'Overhauled within three years'],
);

export const jointAcceptances = list(
  ['planning', '规划核实', 'Planning'],
  ['land', '土地核验', 'Land'],
  ['fire', '消防', 'Fire'],
  ['civilDefence', '人防', 'Civil air defence'],
  ['lightning', '防雷', 'Lightning protection'],
  ['archives', '城建档案', 'Archives'],
);

export const entityTypes = list(
  ['limitedCompany', '有限责任公司', 'Limited company'],
  ['shareCompany', '股份有限公司', 'Company limited by shares'],
  ['partnership', '合伙企业', 'Partnership'],
  ['soleProprietorship', '个人独资企业', 'Sole proprietorship'],
  ['soleTrader', '个体工商户', 'Sole trader'],
  ['branch', '分支机构', 'Branch'],
);

export const deliveryMethods = list(
  ['electronic', '电子送达', 'Electronic'],
  ['counter', '窗口领取', 'Collection at the window'],
  ['courier', '邮寄送达', 'By post'],
);

export const materialSources = list(
  ['applicant', '申请人提交', 'Applicant'],
  ['shared', '数据共享', 'Data sharing'],
  ['earlierItem', '前序事项结果', 'Earlier result'],
  ['system', '系统生成', 'Generated'],
);

export const documentForms = list(['original', '原件', 'Original'], ['copy', '复印件', 'Copy']);

function list(...rows: readonly (readonly [string, string, string])[]): readonly LabelledValue[] {
  return rows.map(([value, zh, en]) => ({ value, zh, en }));
}
