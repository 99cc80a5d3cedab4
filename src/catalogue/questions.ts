/**
 * What the guide asks so that the right items are offered. A question is answered once: on the guide page, or by the field of the one form
 * that `pointer` names. The labels here are short; the form explains.
 */
export interface Question {
  readonly key: string;
  /** The form field that holds the same answer. */
  readonly pointer: string;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly type: 'boolean' | 'number' | 'enum';
  readonly options?: readonly { readonly value: string; readonly label: string; readonly labelEn: string }[];
  readonly unit?: string;
}

/** Answers by question key. A missing key means "not answered yet", which is different from "no". */
export type Answers = Readonly<Record<string, unknown>>;

export const questions: readonly Question[] = [
  choice('initiationType', '/S01/initiationType', '立项类型', 'Kind of initiation', [
    ['approval', '审批', 'Approval (government investment)'],
    ['verification', '核准', 'Verification (in the catalogue)'],
    ['filing', '备案', 'Filing'],
  ]),
  yesNo('simplifiedGovProcedure', '/S01/simplifiedGovProcedure', '是否按政府投资条例第十三条简化报批文件', 'Simplified documents under art. 13 of the government investment regulation'),
  yesNo('landWithScheme', '/S01/landWithScheme', '土地是否带设计方案出让', 'Land sold together with its design scheme'),
  choice('landSupply', '/S05/landSupply', '供地方式', 'Way of land supply', [
    ['allocation', '划拨', 'Allocation'],
    ['sale', '出让', 'Sale (transfer contract)'],
    ['lease', '租赁', 'Lease'],
    ['equity', '作价入股', 'Contribution as equity'],
    ['existing', '已有用地', 'Land already held'],
  ]),
  number('newLandArea', '/S05/newLandArea', '新增建设用地面积', 'Newly used construction land', '㎡'),
  yesNo('inHeritageControlZone', '/S05/inHeritageControlZone', '用地是否位于文物保护单位建设控制地带内', 'Parcel in the control zone of a protected heritage site'),
  yesNo('inFloodArea', '/S11/inFloodArea', '是否位于河道管理范围、洪泛区或蓄滞洪区', 'In a river management area, flood plain or flood storage area'),
  yesNo('temporaryGrassland', '/S05/temporaryGrassland', '是否临时占用草原', 'Temporary use of grassland'),
  yesNo('civilDefenceDuty', '/S12/civilDefenceDuty', '是否为应建防空地下室的民用建筑', 'Civil building with the duty to build a civil air-defence basement'),
  number('basementArea', '/S12/plannedArea', '拟建防空地下室面积', 'Planned civil air-defence basement', '㎡'),
  yesNo('specialFireWorks', '/S13/specialFireWorks', '是否为特殊建设工程（消防）', 'Special construction works (fire)'),
  yesNo('lightningSeparateReview', '/S08/lightningSeparateReview', '是否为需单独进行雷电防护审核的易燃易爆等场所', 'Site whose lightning protection is reviewed separately'),
  yesNo('planningPermitExempt', '/S08/planningPermitExempt', '是否属于无需办理建设工程规划许可的内部改造', 'Interior works that need no engineering planning permit'),
  yesNo('mustTender', '/S14/mustTender', '是否属于依法必须招标的项目', 'Works that must be tendered by law'),
  choice('eiaCategory', '/S10/eiaCategory', '环评类别', 'EIA category', [
    ['report', '报告书', 'Report'],
    ['form', '报告表', 'Form'],
    ['registration', '登记表', 'Registration form'],
    ['none', '无需环评', 'None'],
  ]),
  number('energyTce', '/S09/annualEnergyTce', '年综合能源消费量', 'Yearly energy use', '吨标准煤'),
  number('energyKwh', '/S09/annualElectricityKwh', '年电力消费量', 'Yearly electricity', 'kWh'),
  number('occupiedLandHa', '/S11/occupiedLandHa', '占地面积（水土保持）', 'Land disturbed (soil and water)', '公顷'),
  number('earthworkM3', '/S11/earthworkM3', '挖填土石方总量', 'Excavation plus fill', 'm³'),
  number('waterAbstractionM3', '/S11/waterAbstractionM3', '年取水量（直接取用地表水或地下水）', 'Water taken directly per year', 'm³/年'),
  number('totalInvestment', '/S07/totalInvestment', '总投资', 'Total investment', '万元'),
  number('totalFloorArea', '/S08/totalFloorArea', '总建筑面积', 'Total floor area', '㎡'),
  yesNo('agentFiles', '/S04/agentFiles', '是否由代理人申报', 'An agent files'),
];

/**
 * Reads the answers out of the one form (`{ S01: {…}, … }`), so that nobody is asked twice. Besides the questions it answers
 * `landContractSigned`: number and date of the land contract or decision are both given.
 */
export function answersFromForm(form: Readonly<Record<string, unknown>>): Answers {
  const answers: Record<string, unknown> = {};
  for (const question of questions) {
    const [section = '', field = ''] = question.pointer.slice(1).split('/');
    const value = member(member(form, section), field);
    if (value !== undefined && value !== null) answers[question.key] = value;
  }
  const land = member(form, 'S05');
  if (member(land, 'landPaperNumber') && member(land, 'landPaperDate')) answers['landContractSigned'] = true;
  return answers;
}

function member(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined;
}

function yesNo(key: string, pointer: string, labelZh: string, labelEn: string): Question {
  return { key, pointer, labelZh, labelEn, type: 'boolean' };
}

function number(key: string, pointer: string, labelZh: string, labelEn: string, unit: string): Question {
  return { key, pointer, labelZh, labelEn, type: 'number', unit };
}

function choice(key: string, pointer: string, labelZh: string, labelEn: string, options: readonly (readonly [string, string, string])[]): Question {
  return { key, pointer, labelZh, labelEn, type: 'enum', options: options.map(([value, label, en]) => ({ value, label, labelEn: en })) };
}
