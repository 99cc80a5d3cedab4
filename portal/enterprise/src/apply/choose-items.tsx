import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { GuidanceView, ProjectView } from '../../../../src/api/contract.js';
import { newOnceKey } from '../../../ui/api/call.js';
import { getItemNotice } from '../../../ui/api/items.js';
import { askGuidance, getProject } from '../../../ui/api/projects.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { Loading } from '../../../ui/shell/loading.js';
import { PageTitle } from '../../../ui/shell/page-title.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { GuidanceItems } from './guidance-items.js';
import { GuidanceQuestions } from './guidance-questions.js';
import { GuidanceSummary } from './guidance-summary.js';
import { openApplication } from './open-application.js';
import { rememberPrefilled } from './prefilled.js';
import { stages } from './project-types.js';

const parallelTrack = 'BX';

/** Questions whose answers decide which items apply, then the choice of items with what they ask for and how long they take. */
export function ChooseItems(): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const navigate = useNavigate();
  const { projectId = '', stage = '' } = useParams();
  const once = useRef(newOnceKey());
  const [answers, setAnswers] = useState<Record<string, unknown>>({});
  const [items, setItems] = useState<string[]>();
  const project = useQuery({ queryKey: ['project', projectId], queryFn: () => getProject(projectId) });
  const notice = useQuery({ queryKey: ['item-notice'], queryFn: getItemNotice, staleTime: Infinity });
  const projectType = project.data?.projectType;
  const guidance = useQuery({
    queryKey: ['guidance', projectType, stage, answers, items],
    queryFn: () => askGuidance({ projectType: projectType as string, stage, answers, ...(items && { items }) }),
    enabled: projectType !== undefined,
    placeholderData: keepPreviousData,
  });
  // Items that run beside every stage may be filed with it; they are offered, never chosen for the person.
  const beside = useQuery({
    queryKey: ['guidance', projectType, parallelTrack, answers],
    queryFn: () => askGuidance({ projectType: projectType as string, stage: parallelTrack, answers, items: [] }),
    enabled: projectType !== undefined && stage !== parallelTrack,
    placeholderData: keepPreviousData,
  });
  const chosen = items ?? guidance.data?.items.filter((item) => item.chosen).map((item) => item.code) ?? [];
  const open = useMutation({
    mutationFn: (of: ProjectView) => openApplication(of, { projectId, stage, items: chosen }, once.current),
    onSuccess: (view) => {
      rememberPrefilled(view);
      void navigate(`/cases/${view.id}/form`);
    },
    onError: () => {
      once.current = newOnceKey();
    },
  });

  const broken = project.error ?? guidance.error;
  if (broken) return <Refusal error={broken} />;
  if (!project.data || !guidance.data) return <Loading />;
  const stageName = stages.find((each) => each.value === stage);
  return (
    <>
      <PageTitle text={t('选择事项')} />
      <p className="quiet">
        {project.data.name} · {stageName ? either(stageName.zh, stageName.en) : stage}
      </p>
      {notice.data?.zh && <p className="notice warn">{either(notice.data.zh, notice.data.en)}</p>}
      <GuidanceQuestions questions={uniqueQuestions([...guidance.data.questions, ...(beside.data?.questions ?? [])])} answers={answers} change={setAnswers} />
      <GuidanceItems title={t('本阶段事项')} items={guidance.data.items} chosen={chosen} change={setItems} />
      {beside.data && <GuidanceItems title={t('可一并办理的并行事项')} items={beside.data.items} chosen={chosen} change={setItems} />}
      <GuidanceSummary guidance={guidance.data} />
      <Refusal error={open.error} />
      <div className="buttons">
        <Button type="primary" size="large" disabled={chosen.length === 0 || guidance.data.faults.length > 0} loading={open.isPending} onClick={() => open.mutate(project.data)}>
          {t('用所选 {{n}} 个事项开始填写', { n: chosen.length })}
        </Button>
      </div>
    </>
  );
}

function uniqueQuestions(questions: GuidanceView['questions']): GuidanceView['questions'] {
  return [...new Map(questions.map((question) => [question.key, question])).values()];
}
