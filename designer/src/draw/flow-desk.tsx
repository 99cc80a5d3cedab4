import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowView, Finding } from '../../../src/api/contract.js';
import { ApiProblem } from '../../../portal/ui/api/api-problem.js';
import { newOnceKey } from '../../../portal/ui/api/call.js';
import { useLanguage } from '../../../portal/ui/i18n/use-language.js';
import { PageTitle } from '../../../portal/ui/shell/page-title.js';
import { Refusal } from '../../../portal/ui/shell/refusal.js';
import { publishFlow, saveDraft } from '../api.js';
import { ProblemsPanel } from '../problems/problems-panel.js';
import { PropertiesPanel } from '../properties/properties-panel.js';
import { VersionsDrawer } from '../versions/versions-drawer.js';
import { namesIn } from './called-names.js';
import { showElement } from './show-element.js';
import { useCalledFlows } from './use-called-flows.js';
import { useCheck } from './use-check.js';
import { useMarkers } from './use-markers.js';
import { useModeler } from './use-modeler.js';

/** The canvas with everything around it: tools above, properties beside, problems below. */
export function FlowDesk({ flow }: { flow: FlowView }): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [source, setSource] = useState(flow.xml);
  const [saved, setSaved] = useState({ version: flow.draftVersion, changes: 0, source: flow.xml });
  const [chosen, setChosen] = useState<Finding>();
  const [showVersions, setShowVersions] = useState(false);
  const { place, modeler, selected, changes, error } = useModeler(source, language);
  const called = useCalledFlows(flow.key);
  const calledNames = useMemo(() => namesIn(called), [called]);
  const { check, checking } = useCheck(modeler, changes, called);
  useMarkers(modeler, check, chosen);
  const dirty = changes !== saved.changes || source !== saved.source;

  const save = useMutation({
    mutationFn: async () => {
      const xml = (await modeler?.saveXml()) ?? source;
      const answer = await saveDraft(flow.key, xml, saved.version);
      setSaved({ version: answer.draftVersion, changes, source });
      return answer;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['flows'] }),
  });
  const publish = useMutation({
    mutationFn: async () => {
      const version = dirty ? (await save.mutateAsync()).draftVersion : saved.version;
      return publishFlow(flow.key, version, newOnceKey());
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  // What was refused, and the way of the counter-example, were the diagram before this change.
  const { reset: forgetPublishing } = publish;
  useEffect(() => {
    forgetPublishing();
    setChosen(undefined);
  }, [changes, source, forgetPublishing]);
  const refused = publish.error instanceof ApiProblem ? (publish.error.problem.findings as Finding[] | undefined) : undefined;

  function choose(finding: Finding): void {
    setChosen(finding);
    const element = finding.elements[0];
    if (modeler && element) showElement(modeler, element);
  }

  return (
    <div className="flow-desk">
      <div className="desk-tools">
        <PageTitle text={flow.name} />
        <code>{flow.key}</code>
        <span role="status" className="quiet">
          {dirty ? t('有未保存的修改') : t('草稿已保存')}
        </span>
        <Button onClick={() => modeler?.service('commandStack').undo()}>{t('撤销')}</Button>
        <Button onClick={() => modeler?.service('commandStack').redo()}>{t('重做')}</Button>
        <Button onClick={() => save.mutate()} loading={save.isPending} disabled={!modeler}>
          {t('保存草稿')}
        </Button>
        <Button type="primary" onClick={() => publish.mutate()} loading={publish.isPending} disabled={!modeler}>
          {t('发布新版本')}
        </Button>
        <Button onClick={() => setShowVersions(true)}>{t('版本')}</Button>
      </div>
      {error && <Alert role="alert" type="error" showIcon title={t('流程图无法打开：{{reason}}', { reason: error.message })} />}
      <Refusal error={save.error ?? publish.error} />
      {publish.data && !publish.isPending && <Alert role="status" type="success" showIcon closable title={t('已发布第 {{n}} 版。在办件继续使用原来的版本。', { n: publish.data.number })} />}
      <div className="desk-middle">
        <div className="desk-canvas" ref={place} role="group" aria-label={t('画布')} />
        {modeler && <PropertiesPanel modeler={modeler} element={selected} changes={changes} />}
      </div>
      <ProblemsPanel check={check} refused={refused} checking={checking} chosen={chosen} onChoose={choose} onShow={(element) => modeler && showElement(modeler, element)} isOnCanvas={(id) => Boolean(modeler?.service('elementRegistry').get(id))} nameOf={(id) => nameOf(modeler?.service('elementRegistry').get(id)?.businessObject.get('name') ?? calledNames.get(id), id)} />
      <VersionsDrawer flowKey={flow.key} open={showVersions} onClose={() => setShowVersions(false)} onLoad={setSource} />
    </div>
  );
}

function nameOf(name: unknown, id: string): string {
  return typeof name === 'string' && name !== '' ? name : id;
}
