import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { findProjects } from '../../../ui/api/projects.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { FieldFrame } from '../../../ui/schema-form/field-frame.js';
import { Loading } from '../../../ui/shell/loading.js';
import { PageTitle } from '../../../ui/shell/page-title.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { OpenProject } from './open-project.js';
import { stages } from './project-types.js';

const newProject = 'new';

/** First: for which project, and for which stage of it. */
export function StartApplication(): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const navigate = useNavigate();
  const { data, error } = useQuery({ queryKey: ['projects'], queryFn: findProjects });
  const [chosen, setChosen] = useState<string>();
  const [stage, setStage] = useState<string>('SG');
  if (!data) return error ? <Refusal error={error} /> : <Loading />;
  const project = chosen ?? data.items[0]?.id ?? newProject;

  function goOn(event: FormEvent): void {
    event.preventDefault();
    void navigate(`/apply/${project}/${stage}`);
  }

  return (
    <>
      <PageTitle text={t('办理新申请')} />
      <form className="card" onSubmit={goOn}>
        <FieldFrame id="stage" label={t('办理阶段')} required>
          {(aria) => (
            <select {...aria} className="native-select" value={stage} onChange={(event) => setStage(event.target.value)}>
              {stages.map((each) => (
                <option key={each.value} value={each.value}>
                  {either(each.zh, each.en)}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
        <FieldFrame id="project" label={t('项目')} required>
          {(aria) => (
            <select {...aria} className="native-select" value={project} onChange={(event) => setChosen(event.target.value)}>
              {data.items.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
              <option value={newProject}>{t('新建项目')}</option>
            </select>
          )}
        </FieldFrame>
        {project !== newProject && (
          <Button type="primary" size="large" htmlType="submit">
            {t('下一步：选择事项')}
          </Button>
        )}
      </form>
      {project === newProject && <OpenProject onOpened={(opened) => void navigate(`/apply/${opened.id}/${stage}`)} />}
    </>
  );
}
