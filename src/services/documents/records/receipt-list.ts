import { Attachment } from '../../../entities/index.js';
import { noticeWindowEnd } from '../../corrections/notice-window.js';
import { materialsOfCase } from '../../materials/required-materials.js';
import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, itemsOnPaper, projectOnPaper, WINDOW_PHONE } from './case-facts.js';

/** 收件凭证: what was received, by whom, when; it starts the window for the one correction notice. */
export const receiptList: DocumentBuilder = async (step) => {
  const facts = await caseFacts(step);
  const files = await step.tx.find(Attachment, 'caseId = ? AND removedAt IS NULL', [step.caseRecord.id]);
  const materials = await materialsOfCase(step.context, step.tx, step.caseRecord, facts.form);
  return {
    ...projectOnPaper(facts),
    addressee: addresseeOf(facts),
    items: itemsOnPaper(facts),
    receivedOn: step.caseRecord.receivedOn,
    materials: materials
      .filter((material) => material.supply !== 'upload' || files.some((file) => file.material === material.code) || material.required)
      .map((material) => {
        const count = files.filter((file) => file.material === material.code).length;
        if (count > 0) return { name: material.nameZh, form: 'electronic', copies: count };
        if (material.supply === 'upload') return { name: material.nameZh, form: 'deferred', copies: 0, note: material.waivableByCommitment ? '可告知承诺' : '可容缺后补' };
        return { name: material.nameZh, form: 'shared', copies: 1, note: material.notAskedBecause ?? '系统生成' };
      }),
    correctionNoticeBy: noticeWindowEnd(step.context, step.caseRecord),
    receivedBy: '综合窗口（网上收件）',
    phone: WINDOW_PHONE,
  };
};
