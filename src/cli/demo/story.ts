import type { ActionResult, CaseView, DocumentView, GuidanceView, ProjectView, PublicVerifyView, WorkItemView } from '../../api/contract.js';
import { OfficeClient } from './office-client.js';
import { samplePage } from './sample-page.js';

/** One act of the story as it was played. */
export interface PlayedAct {
  on: string;
  who: string;
  what: string;
  /** Working days of the project's 80 that were used by then; nothing before it was filed. */
  usedWorkdays: number | null;
}

export interface StoryResult {
  caseId: string;
  caseNumber: string;
  acts: PlayedAct[];
  documents: DocumentView[];
}

export interface StoryOptions {
  /** Address of the server. */
  server: string;
  password: string;
  /** Data of the one form, section by section. */
  form: Record<string, Record<string, unknown>>;
  items: string[];
  projectType: string;
  stage: string;
  /** Called after each act. */
  onAct: (act: PlayedAct) => void;
  /** Called with each finished document. */
  onDocument: (document: DocumentView, pdf: Buffer) => Promise<void>;
}

/** The people of the story: user name and what they are called in its report. */
const people = {
  enterprise: '企业 苏日娜',
  clerk: '综合窗口 王丽',
  'reviewer-zjj': '规划建设局 张建军',
  'reviewer-sthj': '生态环境分局 乌云其其格',
  'reviewer-ggsy': '公共事业服务局 刘洋',
  agency: '评审机构 郝教授',
  secretary: '会议秘书 其木格',
  leader: '审批负责人 吴主任',
  sealkeeper: '印章管理员 金花',
} as const;
type Person = keyof typeof people;

/** Days of the story, when the server's clock can be moved: filed on a Monday, delivered twelve working days later. */
const days = {
  filed: '2026-03-02',
  noticed: '2026-03-03',
  corrected: '2026-03-05',
  accepted: '2026-03-05',
  examined: '2026-03-06',
  verified: '2026-03-09',
  reported: '2026-03-11',
  called: '2026-03-11',
  stated: '2026-03-12',
  held: '2026-03-12',
  decided: '2026-03-13',
  sealed: '2026-03-16',
  delivered: '2026-03-16',
} as const;

/**
 * Plays one application from one form to one seal over HTTP, as the different people would: file, correct, accept, examine in parallel,
 * one review, one meeting, decide, one seal, deliver. Throws with the server's own words when anything is refused.
 */
export async function playStory(options: StoryOptions): Promise<StoryResult> {
  const story = new Story(options);
  await story.begin();
  await story.file();
  await story.correct();
  await story.accept();
  await story.examine();
  await story.review();
  await story.meet();
  await story.decide();
  await story.sealAndDeliver();
  return story.finish();
}

class Story {
  private readonly clients = new Map<Person, OfficeClient>();
  private readonly acts: PlayedAct[] = [];
  private admin!: OfficeClient;
  private clockMoves = false;
  private projectId = '';
  private caseId = '';

  constructor(private readonly options: StoryOptions) {}

  async begin(): Promise<void> {
    this.admin = await this.client('admin');
    for (const person of Object.keys(people) as Person[]) this.clients.set(person, await this.client(person));
    this.clockMoves = (await this.admin.get<{ fixed: boolean }>('/calendar/now')).fixed;
  }

  async file(): Promise<void> {
    await this.day(days.filed);
    const { form, items, projectType, stage } = this.options;
    const enterprise = this.as('enterprise');
    const guidance = await enterprise.post<GuidanceView>('/guidance', { projectType, stage, answers: answersOf(form), items });
    const project = await enterprise.post<ProjectView>('/projects', { name: form.S01?.projectName, projectType });
    this.projectId = project.id;
    const draft = await enterprise.post<CaseView>('/cases', { projectId: project.id, stage, items });
    this.caseId = draft.id;
    const { version } = await enterprise.put<{ version: number }>(`/cases/${draft.id}/form`, { form: Object.fromEntries(draft.sections.map((section) => [section, form[section] ?? {}])), version: draft.version });
    const asked = (await this.show('enterprise')).materials.filter((material) => material.required);
    for (const material of asked) await enterprise.upload(this.caseId, material.key, `${material.nameZh.slice(0, 60)}.pdf`, samplePage(material.nameEn));
    await this.act('enterprise', 'submit', {}, `一张表格申报：${items.length} 个事项、${guidance.sections.length} 个表单部分、${asked.length} 份材料，一次提交`, { version });
  }

  async correct(): Promise<void> {
    await this.day(days.noticed);
    const material = (await this.show('clerk')).materials.find((each) => each.required && each.attachments.length > 0);
    const items = [
      { target: '/S02/contactPhone', reason: '联系电话无法接通，请更正', norm: '《中华人民共和国行政许可法》第三十一条' },
      { target: material?.key ?? '', reason: '扫描件缺少签章页，请补充完整', norm: '《中华人民共和国行政许可法》第三十二条第一款第四项' },
    ];
    await this.act('clerk', 'requestCorrection', { items }, `一个窗口：补正材料一次性告知，共 ${items.length} 项`);
    await this.day(days.corrected);
    if (material) await this.as('enterprise').upload(this.caseId, material.key, '补正材料.pdf', samplePage('Corrected page'));
    await this.act('enterprise', 'answerCorrection', { values: { '/S02/contactPhone': '13800000002' }, remarks: '已按告知书补齐' }, '只改被要求的内容，提交补正');
  }

  async accept(): Promise<void> {
    await this.day(days.accepted);
    await this.act('clerk', 'accept', { remarks: '材料齐全，符合法定形式' }, '受理，事项并联分发到各部门');
  }

  async examine(): Promise<void> {
    await this.day(days.examined);
    await this.act('reviewer-zjj', 'commissionReview', { ...(await this.suggestion('reviewer-zjj', 'commissionReview')), conflictsChecked: true }, '一次委托评审：一份委托覆盖所有需要评审的事项');
    for (const reviewer of ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy'] as const) {
      const work = await this.desk(reviewer, 'examine');
      for (const item of work) await this.actIn(item.caseId, reviewer, 'pass', { opinion: `“${item.caseTitle}”申请材料符合规定，建议通过` });
      this.tell(reviewer, `经办审查 ${work.length} 个事项（与其他部门同时进行）`, await this.used());
    }
    await this.day(days.verified);
    const verified = await this.desk('leader', 'verify');
    for (const item of verified) await this.actIn(item.caseId, 'leader', 'agree', { opinion: '同意经办意见' });
    this.tell('leader', `复核 ${verified.length} 个事项`, await this.used());
  }

  async review(): Promise<void> {
    await this.day(days.reported);
    const report = { conclusion: 'pass', experts: [{ name: '郝云峰', speciality: '建筑结构' }, { name: '李文静', speciality: '消防工程' }], points: [{ point: '施工图设计、消防设计和环境影响措施总体可行，符合现行标准。' }] };
    await this.act('agency', 'submitReviewReport', report, '提交评审报告，供所有相关事项共用；法定时限恢复计算');
  }

  async meet(): Promise<void> {
    await this.day(days.called);
    await this.act('secretary', 'callMeeting', { ...(await this.suggestion('secretary', 'callMeeting')), heldOn: this.clockMoves ? days.held : this.today, startsAt: '09:30', place: '新区管委会第二会议室', chair: '吴主任' }, '一次会议研究：召集会议');
    await this.day(days.stated);
    for (const reviewer of ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy'] as const) await this.act(reviewer, 'giveOpinion', { opinion: 'agree' }, '部门会签意见：同意');
    await this.day(days.held);
    await this.act('secretary', 'recordMinutes', { ...(await this.suggestion('secretary', 'recordMinutes')), conclusion: '会议原则同意本项目各审批事项，由各部门依法作出决定。' }, '形成会议纪要');
  }

  async decide(): Promise<void> {
    await this.day(days.decided);
    const work = (await this.desk('leader', 'decide')).sort((one, other) => this.order(one) - this.order(other));
    for (const item of work) await this.actIn(item.caseId, 'leader', 'approve', { content: `准予“${item.caseTitle}”，按批准的内容实施` });
    this.tell('leader', `对 ${work.length} 个事项作出准予决定（按法定先后顺序）`, await this.used());
  }

  async sealAndDeliver(): Promise<void> {
    await this.day(days.sealed);
    await this.documentsReady((document) => document.status === 'sealed' || document.status === 'awaitingSeal');
    await this.act('sealkeeper', 'seal', { contentChecked: true, remarks: '经核对，文书与决定一致' }, '一枚印章管理：一次用印，全部决定书和证照');
    await this.documentsReady((document) => document.status === 'sealed');
    await this.day(days.delivered);
    await this.act('clerk', 'deliver', await this.suggestion('clerk', 'deliver'), '送达全部文书，办结');
  }

  async finish(): Promise<StoryResult> {
    const documents = await this.documentsReady((document) => document.status === 'sealed');
    const clerk = this.as('clerk');
    for (const document of documents) await this.options.onDocument(document, await clerk.download(`/documents/${document.id}/content`));
    const certificate = documents.find((document) => document.kind === 'certificate');
    const verdict = await clerk.get<PublicVerifyView>(`/public/verify/${certificate?.verifyCode ?? ''}`);
    if (verdict.verdict !== 'valid') throw new Error(`The certificate ${certificate?.number} is ${verdict.verdict}`);
    const { number, status } = await this.show('enterprise');
    if (status !== 'closed') throw new Error(`The case ended as ${status}`);
    return { caseId: this.caseId, caseNumber: number, acts: this.acts, documents };
  }

  private async client(username: string): Promise<OfficeClient> {
    const client = new OfficeClient(this.options.server, username);
    await client.signIn(this.options.password);
    return client;
  }

  private as(person: Person): OfficeClient {
    return this.clients.get(person) as OfficeClient;
  }

  private show(person: Person, caseId = this.caseId): Promise<CaseView> {
    return this.as(person).get<CaseView>(`/cases/${caseId}`);
  }

  /** Open work of one step on a person's desk that belongs to this story. */
  private async desk(person: Person, step: string): Promise<WorkItemView[]> {
    const { items } = await this.as(person).get<{ items: WorkItemView[] }>(`/work-items?pageSize=200&step=${step}`);
    const number = (await this.show('enterprise')).number;
    return items.filter((item) => item.caseNumber.startsWith(number));
  }

  /** Items in the order that the law puts them in: drawing review first, the works permit last. */
  private order(item: WorkItemView): number {
    return item.caseTitle.includes('施工许可证') ? 3 : item.caseTitle.includes('施工图') ? 0 : item.caseTitle.includes('消防') ? 1 : 2;
  }

  private async suggestion(person: Person, action: string): Promise<Record<string, unknown>> {
    return (await this.show(person)).availableActions.find((offer) => offer.action === action)?.suggestion ?? {};
  }

  private async act(person: Person, action: string, form: Record<string, unknown>, what: string, known?: { version: number }): Promise<void> {
    await this.actIn(this.caseId, person, action, form, known);
    this.tell(person, what, await this.used());
  }

  private async actIn(caseId: string, person: Person, action: string, form: Record<string, unknown>, known?: { version: number }): Promise<void> {
    const version = known?.version ?? (await this.show(person, caseId)).version;
    await this.as(person).post<ActionResult>(`/cases/${caseId}/actions`, { action, form, version });
  }

  private async used(): Promise<number | null> {
    const { usedWorkdays } = await this.as('enterprise').get<{ usedWorkdays: number }>(`/projects/${this.projectId}/clock`);
    return usedWorkdays;
  }

  private tell(person: Person, what: string, usedWorkdays: number | null): void {
    const act = { on: this.today, who: people[person], what, usedWorkdays };
    this.acts.push(act);
    this.options.onAct(act);
  }

  private today = '';

  private async day(date: string): Promise<void> {
    const answer = this.clockMoves ? await this.admin.put<{ today: string }>('/calendar/now', { now: `${date}T10:00:00+08:00` }) : await this.admin.get<{ today: string }>('/calendar/now');
    this.today = answer.today;
  }

  /** Waits until every document of the case is so far; they are made after each act, in a thread of their own. */
  private async documentsReady(ready: (document: DocumentView) => boolean): Promise<DocumentView[]> {
    const until = performance.now() + 40_000;
    for (;;) {
      const { items } = await this.as('clerk').get<{ items: DocumentView[] }>(`/documents?caseId=${this.caseId}`);
      if (items.every(ready)) return items;
      if (performance.now() > until) throw new Error(`Documents were not finished in time: ${items.filter((each) => !ready(each)).map((each) => `${each.number} ${each.status}`).join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The answers that the guide asks for, read from the form. */
function answersOf(form: StoryOptions['form']): Record<string, unknown> {
  return { specialFireWorks: form.S13?.specialFireWorks, mustTender: form.S14?.mustTender, eiaCategory: form.S10?.eiaCategory };
}
